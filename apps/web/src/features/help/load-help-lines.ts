let loading: ReturnType<typeof load> | null = null

const load = () => import('./components/help-lines')

/** Beside the page, because they are long; once here they stay. Fetched by whoever may need them, before they do. */
export function loadHelpLines(): ReturnType<typeof load> {
  loading ??= load().catch((thrown: unknown) => {
    loading = null
    throw thrown
  })
  return loading
}
