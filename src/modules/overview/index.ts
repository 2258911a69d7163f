export { BurdenCard } from "./pages/burden.tsx";
export { campaignBurden } from "./queries.ts";
