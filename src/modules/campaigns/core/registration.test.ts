import { describe, expect, it } from "vitest";
import { plainDate } from "../../../kernel/plain-date.ts";
import { registrationDueOn, subjectKindsOfUnit } from "./registration.ts";

describe("registration", () => {
  it("gives schools their own deadline where the programme names one", () => {
    const deadlines = { registration_due_on: plainDate("2021-03-31"), school_registration_due_on: plainDate("2021-10-15") };
    expect(registrationDueOn(deadlines, false)).toBe("2021-03-31");
    expect(registrationDueOn(deadlines, true)).toBe("2021-10-15");
    expect(registrationDueOn({ ...deadlines, school_registration_due_on: null }, true)).toBe("2021-03-31");
  });

  it("knows as what a unit may be commended", () => {
    expect(subjectKindsOfUnit("household")).toEqual(["household"]);
    expect(subjectKindsOfUnit("commune")).toEqual(["collective", "commune"]);
    expect(subjectKindsOfUnit("school")).toEqual(["collective"]);
  });
});
