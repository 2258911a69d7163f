import { z } from "zod";
import { type Decimal, parseDecimal } from "../../kernel/decimal.ts";
import { parseTypedDecimal } from "../../kernel/typed-decimal.ts";

const VI = "Hãy ghi một số có nhiều nhất hai chữ số sau dấu phẩy, ví dụ 33,33.";
const EN = "Write a number with at most two decimals, for example 33.33.";

/** An exact number with at most two decimals: typed text as Vietnamese offices write it, or a JSON number. */
export const number = () =>
  z.preprocess(
    (value) => (typeof value === "string" && value.trim() === "" ? undefined : value),
    z.union([z.string().max(30), z.number()]).transform((value, context): Decimal => {
      const read = typeof value === "number" ? parseDecimal(String(value)) : parseTypedDecimal(value.normalize("NFC").trim());
      if (read !== null && read !== "ambiguous" && read.scale <= 2) return read;
      context.addIssue({ code: "custom", params: { vi: VI, en: EN }, message: EN });
      return z.NEVER;
    }),
  );
