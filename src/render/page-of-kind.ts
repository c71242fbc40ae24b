import type { Page } from "../model/page.js";

/** A page of one kind. */
export type PageOf<Kind extends Page["kind"]> = Extract<Page, { readonly kind: Kind }>;
