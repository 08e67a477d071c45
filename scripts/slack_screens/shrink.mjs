// Makes a PNG small: reads one, writes it again with few colours.

import { arrayBuffer } from "node:stream/consumers";
import UPNG from "upng-js";

const COLOURS = 32;

const picture = UPNG.decode(await arrayBuffer(process.stdin));
const { width, height } = picture;
const small = UPNG.encode(UPNG.toRGBA8(picture), width, height, COLOURS);
process.stdout.write(Buffer.from(small));
