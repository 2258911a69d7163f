/** Import directions of the house (docs/architecture.md). A room may lean only on what lies below it. */
const modules = ["organizations", "accounts", "campaigns", "plans", "councils", "honours", "initiatives", "notices", "scorecards", "votes", "nominations", "households", "overview", "portal"];
const rows = [["organizations", "accounts"], ["campaigns", "plans", "councils", "honours", "initiatives", "notices"], ["scorecards", "votes"], ["nominations"], ["households"], ["overview", "portal"]];
const rowOf = (name) => rows.findIndex((row) => row.includes(name));

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    { name: "kernel-imports-nothing", severity: "error", from: { path: "^src/kernel/", pathNot: "\\.test\\.ts$" }, to: { pathNot: "^src/kernel/" } },
    { name: "engines-import-kernel-only", severity: "error", from: { path: "^src/engines/([^/]+)/", pathNot: "\\.test\\.ts$" }, to: { path: "^src/", pathNot: "^src/(kernel|engines/$1)/" } },
    { name: "pure-engines-touch-no-machine", severity: "error", from: { path: "^src/engines/(rulebook|scoring|tally|calendar)/", pathNot: "\\.test\\.ts$" }, to: { dependencyTypes: ["core"] } },
    { name: "engines-use-crypto-at-most", severity: "error", from: { path: "^src/engines/", pathNot: "\\.test\\.ts$" }, to: { dependencyTypes: ["core"], pathNot: "^(node:)?crypto$" } },
    { name: "platform-knows-no-domain", severity: "error", from: { path: "^src/platform/", pathNot: "\\.test\\.tsx?$" }, to: { path: "^src/(modules|app)/" } },
    { name: "platform-uses-engines-nowhere", severity: "error", from: { path: "^src/platform/", pathNot: "\\.test\\.tsx?$" }, to: { path: "^src/engines/" } },
    { name: "nothing-imports-app", severity: "error", from: { pathNot: "^(src/app|tests|bench)/" }, to: { path: "^src/app/" } },
    { name: "core-is-pure", severity: "error", from: { path: "^src/modules/[^/]+/core/", pathNot: "\\.test\\.ts$" }, to: { path: "^src/(platform|app|modules/[^/]+/(?!core/|index\\.ts))" } },
    ...modules.map((name) => ({
      name: `module-${name}-looks-down-through-doors`,
      severity: "error",
      from: { path: `^src/modules/${name}/`, pathNot: "\\.test\\.tsx?$" },
      to: {
        path: "^src/modules/",
        pathNot: [`^src/modules/${name}/`, ...rows.slice(0, rowOf(name)).flat().map((lower) => `^src/modules/${lower}/index\\.ts$`)],
      },
    })),
  ],
  options: { tsConfig: { fileName: "tsconfig.json" }, tsPreCompilationDeps: true, doNotFollow: { path: "node_modules" } },
};
