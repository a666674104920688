/** What has to be made anew when disclosure changes. */
export const DISCLOSURE_TAG = "disclosure";
/** Pages that tell what the last round found. */
export const PROOF_TAG = "disclosure-proof";
