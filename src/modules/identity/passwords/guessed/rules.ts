/**
 * Words from which most stolen passwords are made. Our own list: it was put together for this program from what
 * published studies of leaked passwords have in common (keyboard rows, "password" and "let me in", love, sports, stars,
 * months, first names) and from their like in Azerbaijani, Russian and Turkish; it copies no other list. Digits and
 * signs around a word, and letters written as digits, do not make it better, so each line stands for thousands.
 */
const WORDS = `
password passwort passw pass parol parolum şifre sifre sifrem kod parolcuq пароль паролька admin administrator root user
username login guest test tester testing demo default changeme change letmein letmeinnow welcome hello hellothere secret
private access master server system computer internet google facebook instagram whatsapp telegram youtube yandex mailru
gmail hotmail outlook microsoft windows android samsung iphone apple nokia huawei xiaomi
qwerty qwertyuiop qwert qwertz azerty asdf asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc qweasd qweasdzxc wasd
йцукен йцукенгшщз фыва фывапролд ячсмить qwe asd zxc abc abcd abcde abcdef abcdefg abcdefgh abcdefghij
iloveyou ilove loveyou love lovely lover mylove sweetheart honey baby babygirl princess prince queen king angel sunshine
flower butterfly rainbow summer winter spring autumn monkey dragon tiger lion eagle wolf bear horse dog cat shadow ninja
superman batman spiderman pokemon starwars football futbol basketball baseball hockey soccer liverpool barcelona chelsea
arsenal manchester juventus realmadrid galatasaray fenerbahce besiktas trabzonspor qarabag neftchi neftci messi ronaldo
ferrari mercedes porsche toyota money freedom forever whatever trustno trustnoone nothing nopassword thisisapassword
thisismypassword mypassword mypass family mother father brother sister friend friends jesus christ allah bismillah
bismillahirrahmanirrahim muhammad mohammed inshallah mashallah quran islam
azerbaycan azerbaijan azerbajdzan азербайджан baku baki баку ganja gence gəncə sumqayit sumgait sabirabad kurdamir mingecevir
lenkeran lankaran quba seki sheki naxcivan susa shusha qarabağ karabakh turkiye turkey istanbul ankara russia россия москва
vetenim vətən veten bayraq sevgi sevgilim sevirem səvirəm seniseviram senisevirem heyatim canim canımsan anam atam ailem
balam gulum güləm ürəyim ureyim qizilgul nergiz aslan askim aşkım birtanem canimbenim
любовь люблю любимая солнышко наташа марина светлана ольга елена сергей андрей александр дмитрий максим
ali aliyev aliyeva mammadov memmedov memmedova huseynov hesenov hasanov quliyev ismayilov ibrahimov murad elvin orxan
orkhan rashad resad elcin elchin samir vusal kamran anar aysel aygun aytac gunel leyla sevinc nigar lale fatime zehra
michael daniel jordan thomas robert ashley jessica jennifer michelle andrew matthew joshua charlie george maria anna
january february march april may june july august september october november december
yanvar fevral mart aprel iyun iyul avqust sentyabr oktyabr noyabr dekabr
monday tuesday wednesday thursday friday saturday sunday
icra bələdiyyə belediyye municipality ministry government dövlət dovlet hokumet hökumət ortaq platforma platform`;

const KNOWN = new Set(WORDS.trim().split(/\s+/).map(fold));
const LONGEST = Math.max(...[...KNOWN].map((word) => word.length));

/** Digits and signs that stand for letters. */
const LIKE: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** Small letters without their marks, so that "Rəna" and "rena" are one name. */
export function fold(text: string): string {
  return text.toLowerCase().replaceAll('ə', 'e').replaceAll('ı', 'i').normalize('NFKD').replace(/\p{M}/gu, '');
}

/** Is it made of nothing but what everybody tries first: known words, rows, dates, one sign again and again? */
export function isCommon(password: string): boolean {
  const text = fold(password);
  if (new Set(text).size <= 4) return true;
  if (isRow(text) || /^[\d\s./-]+$/.test(text)) return true;
  const bare = text.replace(/[^\p{L}]+/gu, '');
  const read = [...text].map((sign) => LIKE[sign] ?? sign).join('');
  const spelled = read.replace(/[^\p{L}]+/gu, '');
  const core = read.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  const trimmed = [...text.replace(/[\d\p{P}\p{S}\s]+$/u, '')].map((sign) => LIKE[sign] ?? sign).join('');
  return [bare, spelled, core, trimmed].some((word) => word !== '' && isOneOrTwo(word));
}

/** One known word, or two of them behind each other; three and more are a sentence of one's own. */
function isOneOrTwo(text: string): boolean {
  if (KNOWN.has(text)) return true;
  if (text.length > 2 * LONGEST) return false;
  for (let at = 2; at < text.length - 1; at++) {
    const [first, second] = [text.slice(0, at), text.slice(at)];
    if (KNOWN.has(first) && (KNOWN.has(second) || first === second)) return true;
  }
  return false;
}

const ROWS = [
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopasdfghjklzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik',
  '1q2w3e4r5t6y7u8i9o0p',
  'йцукенгшщзхъфывапролджэячсмитьбю',
];

/** A walk along the keyboard or the alphabet, forwards or backwards, also begun twice. */
function isRow(text: string): boolean {
  const half = text.slice(0, Math.ceil(text.length / 2));
  return ROWS.some((row) => {
    const back = [...row].reverse().join('');
    return [row + row, back + back].some(
      (walk) =>
        walk.includes(text) ||
        (walk.includes(half) && text.startsWith(half + half.slice(0, text.length - half.length))),
    );
  });
}
