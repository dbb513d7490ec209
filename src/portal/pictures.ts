import sharp from 'sharp';
import { plainFile, plainName } from './tables.ts';

const widest = 1280;

export interface PictureFile {
  readonly address: string;
  readonly width: number;
  readonly height: number;
}

/** Address and size of a contributor's picture as it is published. */
export async function pictureOf(folder: string, name: string): Promise<PictureFile> {
  const { width = 1, height = 1, orientation = 1 } = await sharp(plainFile(folder, name)).metadata();
  const [across, down] = orientation >= 5 ? [height, width] : [width, height];
  const scale = Math.min(1, widest / across);
  return {
    address: `/media/${folder}/${pictureName(name)}`,
    width: Math.round(across * scale),
    height: Math.round(down * scale),
  };
}

/** Every picture is published as WebP. */
export function pictureName(name: string): string {
  return `${plainName(name).replace(/\.[^.]+$/, '')}.webp`;
}

/** The picture drawn anew: turned upright, made smaller, without place, time or camera. */
export async function encodePicture(file: string): Promise<Uint8Array<ArrayBuffer>> {
  const picture = sharp(file, { limitInputPixels: 60_000_000 });
  const { format } = await picture.metadata();
  if (!drawnFormats.includes(format))
    throw new Error(`${file} is ${format}, not a picture that is published`);
  const image = picture.rotate().resize({ width: widest, withoutEnlargement: true });
  return new Uint8Array(await image.webp({ quality: 78 }).toBuffer());
}

/** What a picture may be, whatever its name says: no drawing that can hold a program. */
const drawnFormats: readonly string[] = ['jpeg', 'png', 'webp'];

export const pictureEndings = ['.jpg', '.jpeg', '.png', '.webp'];
