/**
 * How much of a Word file is ever taken into memory. A school's news item with its pictures stays far below;
 * whatever goes beyond is refused before it is unpacked, or the moment it turns out to be larger than it said.
 */

const MB = 1024 * 1024;

/** The file as uploaded. */
export const MAX_INPUT_BYTES = 30 * MB;
/** Files inside the `.docx`. */
export const MAX_ENTRIES = 4_000;
/** All files inside, as declared, unpacked. */
export const MAX_DECLARED_BYTES = 300 * MB;
/** How many times larger a file inside may be than its packed form, once it is over `RATIO_MATTERS_FROM`. */
export const MAX_RATIO = 200;
export const RATIO_MATTERS_FROM = 8 * MB;
/** The text of the document, unpacked. */
export const MAX_XML_BYTES = 16 * MB;
/** Every other XML part: styles, notes, headers … */
export const MAX_SIDE_XML_BYTES = 4 * MB;
/** Elements and texts of one XML part, its nesting, and the attributes of one element. */
export const MAX_XML_NODES = 300_000;
export const MAX_XML_DEPTH = 200;
export const MAX_XML_ATTRIBUTES = 100;
/** One picture, and all pictures together. */
export const MAX_PICTURE_BYTES = 25 * MB;
export const MAX_PICTURES_BYTES = 60 * MB;
export const MAX_PICTURES = 200;
