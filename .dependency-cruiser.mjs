// The room table of ARCHITECTURE.md ("what it may import") as rules. Messages say where the code belongs.

const CODE = '^(apps/[^/]+/src|packages/[^/]+/src)/'
/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Two modules need each other. Move what both need into a third one.',
      from: { path: CODE },
      to: { circular: true, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nothing-unresolvable',
      severity: 'error',
      comment: 'This import leads nowhere: a wrong path, or a package missing from this workspace’s package.json.',
      from: { path: CODE },
      to: { couldNotResolve: true, pathNot: '\\.css$' },
    },
    {
      name: 'check-in-is-pure',
      severity: 'error',
      comment:
        'packages/check-in is the pure machine: it imports nothing. Time, ids and randomness come in with the command; ' +
        'what needs I/O belongs into apps/server/src/features/check-in.',
      from: { path: '^packages/check-in/src/' },
      to: { pathNot: '^packages/check-in/src/' },
    },
    {
      name: 'protocol-is-schemas',
      severity: 'error',
      comment:
        'packages/protocol holds zod schemas and may import zod and types of check-in. Behaviour belongs into a feature.',
      from: { path: '^packages/protocol/src/' },
      to: { pathNot: ['^packages/(protocol|check-in)/src/', '(^|/)node_modules/zod/', '^zod(/|$)'] },
    },
    {
      name: 'content-is-data',
      severity: 'error',
      comment:
        'packages/content is data and its schemas: formats, prompts, help lines. It may import types of check-in only.',
      from: { path: '^packages/content/src/' },
      to: { pathNot: '^packages/(content|check-in)/src/' },
    },
    {
      name: 'vault-is-bytes',
      severity: 'error',
      comment: 'packages/vault is bytes in, bytes out over audited primitives. Storage and network belong to apps/web.',
      from: { path: '^packages/vault/src/' },
      to: { pathNot: ['^packages/vault/src/', '(^|/)node_modules/(@noble/|hash-wasm/)', '^(@noble/|hash-wasm)'] },
    },
    {
      name: 'server-cannot-decrypt',
      severity: 'error',
      comment:
        'The server refers and referees what it cannot read: it never imports the vault. ' +
        'Sealing and opening belong to apps/web; checks of signatures have their own place in server infra.',
      from: { path: '^apps/server/' },
      to: { path: ['^packages/vault/', '^@turnstone/vault'] },
    },
    {
      name: 'apps-never-import-each-other',
      severity: 'error',
      comment: 'What two apps share belongs into packages/ (the wire: packages/protocol).',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'packages-never-import-apps',
      severity: 'error',
      comment: 'Packages are below the apps. Move the needed part down into a package.',
      from: { path: '^packages/' },
      to: { path: '^apps/' },
    },
    {
      name: 'testkit-is-for-tests',
      severity: 'error',
      comment: 'packages/testkit is for tests. What the product needs belongs into another package.',
      from: { path: CODE, pathNot: '^packages/testkit/' },
      to: { path: ['^packages/testkit/', '^@turnstone/testkit'] },
    },
    {
      name: 'only-stores-touch-the-database',
      severity: 'error',
      comment:
        'Only a feature’s store.ts and infra/db.ts (with the migrations and the launcher) talk to the database. Add a function to the store.',
      from: {
        path: '^apps/server/src/',
        pathNot: [
          '^apps/server/src/features/[^/]+/store\\.ts$',
          '^apps/server/src/infra/(db|migrate)\\.ts$',
          '^apps/server/src/infra/postgres/',
          '^apps/server/src/generated/',
        ],
      },
      to: { path: ['^apps/server/src/generated/', '(^|/)node_modules/(pg|@prisma)/', '^(pg|@prisma/.*)$'] },
    },
    {
      name: 'infra-knows-no-feature',
      severity: 'error',
      comment: 'infra is below the features. Pass what it needs as an argument, or move the code into the feature.',
      from: { path: '^apps/server/src/infra/' },
      to: { path: '^apps/server/src/(features|realtime)/' },
    },
    {
      name: 'server-features-meet-at-commands-and-queries',
      severity: 'error',
      comment:
        'Another feature’s insides are its own. Import its commands.ts or queries.ts, or move the shared part to infra.',
      from: { path: '^apps/server/src/features/([^/]+)/' },
      to: {
        path: '^apps/server/src/features/',
        pathNot: ['^apps/server/src/features/$1/', '^apps/server/src/features/[^/]+/(commands|queries)\\.ts$'],
      },
    },
    {
      name: 'realtime-decides-nothing',
      severity: 'error',
      comment:
        'realtime authenticates, parses and dispatches to a feature’s commands.ts or queries.ts. Decisions belong there.',
      from: { path: '^apps/server/src/realtime/' },
      to: { path: '^apps/server/src/features/', pathNot: '^apps/server/src/features/[^/]+/(commands|queries)\\.ts$' },
    },
    {
      name: 'web-features-meet-at-client',
      severity: 'error',
      comment:
        'A feature talks to another one only through its client.ts. Compose them in src/app, or move the shared part to lib or components.',
      from: { path: '^apps/web/src/features/([^/]+)/' },
      to: {
        path: '^apps/web/src/features/',
        pathNot: ['^apps/web/src/features/$1/', '^apps/web/src/features/[^/]+/client\\.ts$'],
      },
    },
    {
      name: 'web-lower-rooms-know-no-feature',
      severity: 'error',
      comment: 'components and lib are free of the domain. Code that knows a feature belongs into that feature.',
      from: { path: '^apps/web/src/(components|lib)/' },
      to: { path: '^apps/web/src/(features|app)/' },
    },
    {
      name: 'web-routes-are-imported-by-nobody',
      severity: 'error',
      comment: 'src/app holds routes only. Move the shared part into a feature or components.',
      from: { path: '^apps/web/src/(features|components|lib)/' },
      to: { path: '^apps/web/src/app/' },
    },
    {
      name: 'browser-code-uses-no-node',
      severity: 'error',
      comment: 'This runs in the browser. Node’s modules belong to apps/server, apps/web/scripts or a route handler.',
      from: { path: ['^packages/(check-in|content|protocol|vault)/src/', '^apps/web/src/(features|components|lib)/'] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'e2e-knows-no-source',
      severity: 'error',
      comment:
        'e2e tests promises a user could state, through the browser. A test that needs source belongs beside that source.',
      from: { path: '^e2e/' },
      to: { path: ['^(apps|packages)/', '^@turnstone/'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(\\.next|\\.types|test-results|playwright-report)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    // The one with path aliases.
    tsConfig: { fileName: 'apps/web/tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
}
