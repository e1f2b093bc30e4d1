/** The most bytes a picture's file may have; the vault pads every one of them to this (`picture` in its SPEC). */
export const PICTURE_FILE_BYTES = 131_068
