import { z } from "zod";

/** A text in both languages, as every definition carries it. */
export const text = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) });
