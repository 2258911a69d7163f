import type { ReadyCard } from "./build.ts";
import { communeCluster } from "./commune-cluster.ts";
import { enterprise } from "./enterprise.ts";
import { newRural2016 } from "./new-rural-2016.ts";
import { newRural2021 } from "./new-rural-2021.ts";
import { agencyBlock, publicOffice } from "./offices.ts";
import { reformAgency, reformCommune } from "./reform.ts";
import { thePoor } from "./the-poor.ts";

/** The cards that the product brings, in the order in which they are offered. */
export const READY_CARDS: readonly ReadyCard[] = [communeCluster, agencyBlock, publicOffice, enterprise, thePoor, newRural2016, newRural2021, reformCommune, reformAgency];

/** Gives the ready card of an id, or null when the product brings none such. */
export function findReady(id: string): ReadyCard | null {
  return READY_CARDS.find((card) => card.id === id) ?? null;
}
