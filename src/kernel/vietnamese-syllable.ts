/**
 * Whether a word can be one Vietnamese syllable. Used only to tell Vietnamese from text in a legacy
 * encoding or another language; never to judge or correct what someone wrote.
 */

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

const INITIALS = "b|ch?|d|đ|gh?|h|kh?|l|m|ngh?|nh?|ph?|r|s|th?|tr|v|x|qu|gi";

/** Rimes without their tone. */
const RIMES =
  "a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt â âc âm ân âng âp ât âu ây " +
  "e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu " +
  "o oc oi om on ong op ot ooc oong oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet " +
  "ô ôc ôi ôm ôn ông ôp ôt ôông ơ ơi ơm ơn ơp ơt " +
  "u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uơ uy uya uych uyên uyêt uynh uyp uyt uyu " +
  "uôc uôi uôm uôn uông uôt ư ưa ưc ưi ưm ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y ych ynh yt yêm yên yêng yêt yêu";

const SYLLABLE = new RegExp(`^(?:(?:${INITIALS})?(?:${RIMES.split(" ").join("|")})|gi(?:êng|êt|n|p|m)?)$`);

/** True for "nghĩa", "Đảng", "hoà", "hòa"; false for "Céng", "ViÖt", "señor". */
export function isSyllable(word: string): boolean {
  const apart = word.toLowerCase().normalize("NFD");
  const tones = apart.match(TONES) ?? [];
  if (tones.length > 1) return false;
  const base = apart.replace(TONES, "").normalize("NFC");
  if (!SYLLABLE.test(base)) return false;
  if (/^(?:c|g|ng)[eêi]/.test(base) && !/^gi/.test(base)) return false;
  if (/^(?:k|gh|ngh)[aăâoôơuư]/.test(base)) return false;
  // A syllable closed by a stop takes only the tones sắc and nặng.
  return !/(?:c|ch|p|t)$/.test(base) || tones[0] === "\u0301" || tones[0] === "\u0323";
}
