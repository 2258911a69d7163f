/** Where randomness comes from. Commands get it injected, so that a year can be played again from its seed. */
export type Random = {
  /** Gives `length` random bytes. */
  bytes(length: number): Uint8Array;
};

/** A small deterministic generator (sfc32) for demonstrations, tests and simulation. Not for keys. */
export type Prng = Random & {
  /** Gives a whole number from 0 to below `limit`. */
  below(limit: number): number;
  /** Gives one element of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  /** Gives true `perThousand` times in a thousand. */
  chance(perThousand: number): boolean;
  /** Gives the list in a random order, leaving the original as it is. */
  shuffled<T>(list: readonly T[]): T[];
};

/** Takes a whole-number seed; gives the generator that always yields the same sequence for it. */
export function seededPrng(seed: number): Prng {
  let a = 0x9e3779b9 ^ seed;
  let b = 0x243f6a88 ^ (seed << 7);
  let c = 0xb7e15162 ^ (seed >>> 3);
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 15; round += 1) next();
  const below = (limit: number): number => Math.floor((next() / 0x1_0000_0000) * limit);
  return {
    below,
    bytes: (length) => Uint8Array.from({ length }, () => next() & 0xff),
    pick: (list) => {
      if (list.length === 0) throw new Error("pick from an empty list");
      return list[below(list.length)] as (typeof list)[number];
    },
    chance: (perThousand) => below(1000) < perThousand,
    shuffled: (list) => {
      const copy = [...list];
      for (let index = copy.length - 1; index > 0; index -= 1) {
        const other = below(index + 1);
        [copy[index], copy[other]] = [copy[other] as (typeof copy)[number], copy[index] as (typeof copy)[number]];
      }
      return copy;
    },
  };
}
