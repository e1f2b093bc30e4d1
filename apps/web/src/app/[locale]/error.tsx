'use client'

import { useParams } from 'next/navigation'
import { BilingualPage } from '@/components/bilingual-page'

/* A page broke while it was shown. The messages may be what broke, so the words are here. */
export default function PageError() {
  const { locale } = useParams()
  const en = {
    title: 'This page could not open',
    words: 'What you saved is safe. Reload the page, or go home.',
    home: 'Home',
  }
  const es = {
    title: 'Esta página no se pudo abrir',
    words: 'Lo que guardaste está a salvo. Recarga la página o vuelve al inicio.',
    home: 'Inicio',
  }
  return <BilingualPage {...(locale === 'es' ? { es } : { en })} />
}
