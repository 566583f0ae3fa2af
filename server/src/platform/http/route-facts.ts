import type { EndpointFacts } from '@shiji/contract/endpoint'
import type { Module } from '../module.ts'

/** What is to be known of a route before its body is read. */
export type RouteFacts = (method: string, url: string) => EndpointFacts | undefined

/** The routes that take more than usual, or keep what was sent; all others answer undefined. */
export function routeFactsOf(modules: readonly Module[]): RouteFacts {
  const special = modules
    .flatMap((module) => module.routes)
    .filter(({ facts }) => facts.bodyLimit !== undefined || facts.keepsBody === true)
    .map(({ procedure, facts }) => {
      const { method = '', path = '' } = procedure['~orpc'].route
      return { method, pattern: new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`), facts }
    })
  return (method, url) => {
    const path = url.replace(/^\/api/, '').replace(/\?.*$/s, '')
    return special.find((route) => route.method === method && route.pattern.test(path))?.facts
  }
}
