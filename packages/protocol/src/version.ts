/** The wire's version. Every socket message carries it; SPEC.md says what changes it and how old clients are treated. */
export const PROTOCOL_VERSION = 2
