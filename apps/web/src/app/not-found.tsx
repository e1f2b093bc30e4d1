import type { Metadata } from 'next'
import { BilingualPage } from '@/components/bilingual-page'
import { Document } from '@/components/document'

export const metadata: Metadata = { title: 'Turnstone' }

/* One page for all addresses that lead nowhere: both languages, until the browser knows which one the address names. */
export default function NotFound() {
  return (
    <Document locale="en">
      <BilingualPage
        en={{
          title: 'This page is not here',
          words: 'Nothing is lost. Perhaps the address is incomplete, or the page has moved.',
          home: 'Home',
        }}
        es={{
          title: 'Esta página no está aquí',
          words: 'No se perdió nada. Quizás la dirección está incompleta o la página cambió de lugar.',
          home: 'Inicio',
        }}
      />
    </Document>
  )
}
