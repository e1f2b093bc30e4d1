import type { Metadata } from 'next'
import { BilingualPage } from '@/components/bilingual-page'
import { Document } from '@/components/document'

export const metadata: Metadata = { title: 'Turnstone' }

/* Whoever comes here came by an address without a language, so both are said. */
export default function NotFound() {
  return (
    <Document locale="en">
      <BilingualPage
        en={{ title: 'This page is not here', words: 'Nothing is lost. The way home is below.', home: 'Home' }}
        es={{
          title: 'Esta página no está aquí',
          words: 'No se perdió nada. Abajo está el camino al inicio.',
          home: 'Inicio',
        }}
      />
    </Document>
  )
}
