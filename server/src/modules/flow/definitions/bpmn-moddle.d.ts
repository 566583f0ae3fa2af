declare module 'bpmn-moddle' {
  /** An element of a BPMN file as the library hands it out. */
  export type ModdleElement = {
    readonly $type: string
    readonly id?: string
    readonly name?: string
    [property: string]: unknown
  }

  export class BpmnModdle {
    constructor(packages?: Readonly<Record<string, object>>)
    create(type: string, properties?: object): ModdleElement
    fromXML(xml: string): Promise<{ rootElement: ModdleElement; warnings: readonly { message: string }[] }>
    toXML(element: ModdleElement, options?: { format?: boolean }): Promise<{ xml: string }>
  }
}
