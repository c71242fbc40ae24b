/**
 * The attribute by which a stand-in that the import drew is known from a picture. It stands in the root element, which
 * keeps it when the file is renamed or moved.
 */
export const placeholderMark = 'data-colloquy="placeholder"';
