import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { authOptions } from '@/lib/cookie-issuer'

interface Context {
  params: Promise<{ nextauth: string[] }>
}

/* The settings are read per request: the build knows neither the address nor the secret. */
const handler = (request: NextRequest, context: Context): Promise<Response> => NextAuth(request, context, authOptions())

export { handler as GET, handler as POST }
