export const CAMPAIGN_KINDS = ["campaign", "drive"] as const;
/** A campaign (phong trào) or a shorter burst inside one (đợt). */
export type CampaignKind = (typeof CAMPAIGN_KINDS)[number];

export const CAMPAIGN_FORMS = ["regular", "thematic"] as const;
/** The law's two forms: thi đua thường xuyên, thi đua theo chuyên đề (Law 06/2022/QH15, article 16). */
export type CampaignForm = (typeof CAMPAIGN_FORMS)[number];

export type CampaignStatus = "draft" | "launched" | "closed";
