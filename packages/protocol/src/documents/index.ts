export * from './asyncapi.ts'
export * from './openapi.ts'
export * from './routes.ts'
