export { registeredSubjects } from "./store-registrations.ts";
