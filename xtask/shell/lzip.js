// Unpacks the Wasm. It is a file in the lzip format: LZMA, which leaves a sixth less to download than gzip, with the
// checksum that keeps a damaged page from starting. No browser unpacks that by itself.
// https://www.nongnu.org/lzip/manual/lzip_manual.html#Stream-format

/**
 * @param {Uint8Array} packed A file of one member.
 * @returns {(most: number) => Uint8Array | undefined} Unpacks about so many bytes more, and gives all when it has all.
 *   Throws if the file is damaged.
 */
function unlzip(packed) {
  const damaged = () => new RangeError("damaged");
  const view = new DataView(packed.buffer, packed.byteOffset, packed.length);
  const trailer = packed.length - 20;
  if (trailer < 11 || view.getUint32(0) !== 0x4c5a4950 || packed[4] !== 1) throw damaged();
  if (view.getUint32(trailer + 12, true) !== packed.length) throw damaged();
  const out = new Uint8Array(view.getUint32(trailer + 4, true));

  // Where the probabilities of each kind of bit begin. As lzip has it: 3 bits of literal context, 2 of position.
  const MATCH = 0;
  const REPEAT = 48;
  const REPEAT_0 = 60;
  const REPEAT_1 = 72;
  const REPEAT_2 = 84;
  const REPEAT_SHORT = 96;
  const SLOT = 144;
  const SPECIAL = 400;
  const ALIGN = 515;
  const LENGTH = 531;
  const REPEAT_LENGTH = LENGTH + 322;
  const LITERAL = REPEAT_LENGTH + 322;
  const odds = new Uint16Array(LITERAL + 8 * 0x300).fill(1024);

  let at = 11;
  let range = -1;
  let code = view.getInt32(7);
  let size = 0;
  let state = 0;
  let [back0, back1, back2, back3] = [0, 0, 0, 0];
  let [crc, checked] = [-1, 0];

  /**
   * Reads bits down a tree of odds, from a node until one that is at least `stop`. While `match` follows the bits, the odds
   * are those beside it.
   *
   * All the time goes here, and half of it would go to variables outside: so they are copied.
   */
  function walk(place, node, stop, match) {
    let a = at;
    let r = range;
    let c = code;
    let beside = match ? 0x100 : 0;
    do {
      match <<= 1;
      const expected = match & beside;
      const index = place + beside + expected + node;
      const odd = odds[index];
      const bound = Math.imul(r >>> 11, odd);
      node <<= 1;
      if (c >>> 0 < bound >>> 0) {
        r = bound;
        odds[index] = odd + ((2048 - odd) >> 5);
        if (expected) beside = 0;
      } else {
        r = (r - bound) | 0;
        c = (c - bound) | 0;
        odds[index] = odd - (odd >> 5);
        node |= 1;
        beside = expected;
      }
      if (r >>> 24 === 0) {
        r <<= 8;
        c = (c << 8) | packed[a++];
      }
    } while (node < stop);
    at = a;
    range = r;
    code = c;
    return node;
  }

  const bit = (place) => walk(place, 0, 0, 0);
  const tree = (place, count) => walk(place, 1, 1 << count, 0) - (1 << count);

  function reversed(place, count) {
    let bits = 0;
    for (let node = walk(place, 1, 1 << count, 0); node > 1; node >>= 1) bits = (bits << 1) | (node & 1);
    return bits;
  }

  /** Bits that are as often 0 as 1. */
  function even(count) {
    let bits = 0;
    for (; count > 0; count--) {
      range >>>= 1;
      const is = code >>> 0 >= range >>> 0 ? 1 : 0;
      if (is) code = (code - range) | 0;
      bits = (bits << 1) | is;
      if (range >>> 24 === 0) {
        range <<= 8;
        code = (code << 8) | packed[at++];
      }
    }
    return bits;
  }

  function length(place, position) {
    if (!bit(place)) return 2 + tree(place + 2 + (position << 3), 3);
    if (!bit(place + 1)) return 10 + tree(place + 34 + (position << 3), 3);
    return 18 + tree(place + 66, 8);
  }

  function literal() {
    const place = LITERAL + 0x300 * ((size ? out[size - 1] : 0) >> 5);
    // The bit above the eight says that there is a byte to follow: that byte may be 0.
    out[size] = walk(place, 1, 0x100, state < 7 ? 0 : 0x10000 | out[size - back0 - 1]);
    size++;
    state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
  }

  /** How many bytes to repeat from the distance in `back0`. */
  function match(position) {
    if (!bit(REPEAT + state)) {
      [back3, back2, back1] = [back2, back1, back0];
      const many = length(LENGTH, position);
      const slot = tree(SLOT + (Math.min(many - 2, 3) << 6), 6);
      back0 = slot;
      if (slot >= 4) {
        const bits = (slot >> 1) - 1;
        back0 = (2 | (slot & 1)) << bits;
        back0 += slot < 14 ? reversed(SPECIAL + back0 - slot, bits) : (even(bits - 4) << 4) + reversed(ALIGN, 4);
      }
      state = state < 7 ? 7 : 10;
      return many;
    }
    if (bit(REPEAT_0 + state)) {
      let back = back1;
      if (bit(REPEAT_1 + state)) {
        back = back2;
        if (bit(REPEAT_2 + state)) {
          back = back3;
          back3 = back2;
        }
        back2 = back1;
      }
      back1 = back0;
      back0 = back;
    } else if (!bit(REPEAT_SHORT + (state << 2) + position)) {
      state = state < 7 ? 9 : 11;
      return 1;
    }
    const many = length(REPEAT_LENGTH, position);
    state = state < 7 ? 8 : 11;
    return many;
  }

  const sums = new Int32Array(256).map((_, byte) => {
    for (let index = 0; index < 8; index++) byte = (byte >>> 1) ^ (byte & 1 && 0xedb88320);
    return byte;
  });

  function check(end) {
    let sum = crc;
    for (; checked < end; checked++) sum = sums[(sum ^ out[checked]) & 255] ^ (sum >>> 8);
    crc = sum;
  }

  return function (most) {
    const end = Math.min(out.length, size + most);
    while (size < end) {
      const position = size & 3;
      if (!bit(MATCH + (state << 2) + position)) {
        literal();
        continue;
      }
      const many = match(position);
      if (back0 < 0 || back0 >= size || size + many > out.length) throw damaged();
      for (const stop = size + many; size < stop; size++) out[size] = out[size - back0 - 1];
    }
    check(size);
    if (size < out.length) return undefined;
    if (~crc !== view.getInt32(trailer, true)) throw damaged();
    return out;
  };
}
