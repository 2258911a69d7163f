/** The templates there are; each reads the content model of the same name in engines/documents. */
export type TemplateName = "certificate" | "decision_extract";

/**
 * What to render: the content model (its `kind` names the template), and the time that the PDF states
 * as its creation, in seconds since 1970. The same request always gives the same bytes.
 */
export type RenderRequest = {
  readonly document: {
    readonly kind: TemplateName;
    readonly verification: { readonly text: string; readonly code: string; readonly address: string } | null;
  };
  readonly created_at_s: number;
};

/** What the worker is asked and what it answers, matched by `id`. */
export type WorkerQuestion = { readonly id: number; readonly request: RenderRequest };
export type WorkerAnswer =
  | { readonly id: number; readonly pdf: Uint8Array }
  | { readonly id: number; readonly error: string };
