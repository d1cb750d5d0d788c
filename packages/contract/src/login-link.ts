import * as v from 'valibot';

/** The form's hidden field; JSON sends the same. A precondition, never an authority. */
export const loginLinkBodySchema = v.strictObject({ expected_account: v.optional(v.string()) });
/** JSON gets this; a form post is answered 303. The link works once and is never stored or logged. */
export const loginLinkSchema = v.object({ url: v.string() });
export type LoginLink = v.InferOutput<typeof loginLinkSchema>;
