const THEMES = {
  orders:
    "first_order_date last_order_date recency_days contact_recency_days orders_count orders_12m_count told_orders main_orders_count bait_orders_count revenue_value revenue_12m_value profit_value profit_12m_value contribution_12m_value average_order_value revenue_trend_ratio returned_value return_share cost_to_serve_value cost_to_win_value cost_share",
  habits:
    "tenure_days buying_span_days usual_gap_days overdue_ratio lost_after_sale main_category categories_count early_orders_count main_channel first_channel first_campaign discount_share discount_orders_share rfm_code r_score f_score m_score churned",
  contact:
    "known_days first_touch_date last_touch_date touches_count touches_recent_count connections_count visits_count visits_12m_count visits_per_order trials_count group_joins_count follow_ups_count consent connected own_contact lead_stage",
  voice:
    "complaints_count complaints_12m_count ratings_count rating_average low_ratings_count reviews_count shares_count referrals_count referred_buyers_count advocacy_count feedback_count",
  who: "customer_type trade_role firm_size sector distance province country urbanity source branch",
  /** Told by the steps that the person has taken. */
  way: "niche_date lead_date buyer_date customer_date member_date fan_date referral_date"
};

export type Theme = keyof typeof THEMES | "other";

const BY_FEATURE = new Map(
  Object.entries(THEMES).flatMap(([theme, ids]) => ids.split(" ").map((id): [string, Theme] => [id, theme as Theme]))
);

/** Under which head of a person's card a feature is told; `other` for one that the page doesn't know. */
export function theme(feature: string): Theme {
  return BY_FEATURE.get(feature) ?? "other";
}
