import { ApiError } from '@/lib/errors'
import { PICTURE_FILE_BYTES } from '@/vault/picture-limit'

const LONGEST_SIDES = [1_600, 1_280, 960, 720, 512, 320]
const QUALITIES = [0.85, 0.7, 0.55]

interface PictureFile {
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

/**
 * A picture as the kit keeps it: a JPEG small enough to be sealed at one size. Drawn anew, so that where and when it was
 * taken, and with what, does not come with it. Throws `not_a_picture` where this browser cannot read it.
 */
export async function smallerOf(file: Blob): Promise<PictureFile> {
  const picture = await readable(file)
  try {
    for (const longest of LONGEST_SIDES) {
      const scale = Math.min(1, longest / Math.max(picture.width, picture.height))
      const size = { width: side(picture.width, scale), height: side(picture.height, scale) }
      for (const quality of QUALITIES) {
        const blob = await drawn(picture, size, quality)
        if (blob.size <= PICTURE_FILE_BYTES) return { bytes: new Uint8Array(await blob.arrayBuffer()), ...size }
      }
    }
    throw new ApiError('not_a_picture')
  } finally {
    picture.close()
  }
}

const side = (pixels: number, scale: number) => Math.max(1, Math.round(pixels * scale))

async function readable(file: Blob): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(file)
  } catch {
    throw new ApiError('not_a_picture')
  }
}

async function drawn(picture: ImageBitmap, size: { width: number; height: number }, quality: number): Promise<Blob> {
  const canvas = Object.assign(document.createElement('canvas'), size)
  const context = canvas.getContext('2d')
  if (!context) throw new ApiError('not_a_picture')
  // A JPEG has nothing to see through: what was transparent lies on white, not on black.
  context.fillStyle = 'white'
  context.fillRect(0, 0, size.width, size.height)
  context.drawImage(picture, 0, 0, size.width, size.height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
  if (!blob) throw new ApiError('not_a_picture')
  return blob
}
