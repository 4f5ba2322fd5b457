/** Below this share of usable rows or money a study says more about its files than about customers. */
export const TRUSTED_SHARE = 0.9;
