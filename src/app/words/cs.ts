// The words of the application around the form, in Czech. A draft.

import type { AppWords } from './fr.ts';

export const words: AppWords = {
  'received.one': 'Přijatý odkaz',
  'received.many': 'Přijaté odkazy: {n}',
  'received.nothing-sent': 'Nic se neodešle, dokud nezvolíte „Odeslat hlášení“.',
  'received.removed': 'Odstraněno z odkazu: {names}. Mohlo to prozradit, kdo odkaz sdílel.',
  'received.unwrapped': 'Odkaz vedl přes jiný web. Zůstává jen odkaz, který v něm byl.',
  'received.advertisement': 'Vynecháno, protože je to reklama:',
  'received.refused': 'Vynecháno, protože to existuje jen na vašem zařízení:',
  'received.too_many': 'Vynecháno, protože hlášení může obsahovat nejvýš {n} odkazů:',
  'received.words': 'Slova kolem odkazu se neuchovávají.',
  'received.hide': 'Skrýt',

  'none.title': 'Nepřišel žádný odkaz',
  'none.body':
    'To, co bylo sdíleno, neobsahuje odkaz. V druhé aplikaci hledejte „Kopírovat odkaz“. Odkaz pak vložte sem.',
  'lost.title': 'Sdílený obsah nedorazil',
  'lost.body': 'Nic se neuložilo ani neodeslalo. Zkopírujte odkaz v druhé aplikaci a pak ho vložte sem.',

  paste: 'Vložit odkaz',
  'paste.refused':
    'Prohlížeč nedovoluje přečíst, co je zkopírované. Ve formuláři podržte prst na poli „Odkaz (adresa stránky)“ a pak zvolte „Vložit“.',

  'replace.title': 'Nahradit vaše hlášení?',
  'replace.answers': 'Právě jste sdíleli jiný obsah. Když jím hlášení nahradíte, vaše odpovědi se smažou.',
  'replace.number':
    'Právě jste sdíleli jiný obsah. Když budete pokračovat, číslo vašeho hlášení se už nezobrazí.',
  'replace.keep': 'Nenahrazovat',
  'replace.go': 'Nahradit',

  'how.title': 'Jak nahlásit obsah z jiné aplikace',
  'how.installed':
    'Pokud je tato aplikace nainstalovaná v telefonu s Androidem: v druhé aplikaci klepněte na „Sdílet“ a pak na „{name}“.',
  'how.copy': 'Pokud není: v druhé aplikaci klepněte na „Sdílet“ a pak na „Kopírovat odkaz“.',
  'how.copy.picture': 'Obrazovka telefonu. Je otevřená nabídka sdílení a „Kopírovat odkaz“ je zakroužkované.',
  'how.paste': 'Tady klepněte na „Vložit odkaz“.',
  'how.paste.picture': 'Tentýž telefon. Tlačítko „Vložit“ je zakroužkované a odkaz se objeví v poli.',

  'ios.title': 'iPhone, iPad: vytvořit zkratku',
  'ios.1': 'Otevřete aplikaci „Zkratky“ a vytvořte zkratku.',
  'ios.2': 'V podrobnostech zkratky zapněte „Zobrazit v listu sdílení“. Vyberte typy „URL“ a „Text“.',
  'ios.3': 'Přidejte akci „Zkopírovat do schránky“. V jejích volbách zapněte „Pouze místně“.',
  'ios.4': 'Přidejte akci „Otevřít URL adresy“ s touto adresou:',
  'ios.5': 'V druhé aplikaci klepněte na „Sdílet“ a pak na svou zkratku. Tady klepněte na „Vložit odkaz“.',
  'ios.why':
    'Odkaz jde jen přes schránku. Nevkládejte ho do adresy, která se má otevřít: zůstal by v historii.',

  'install.title': 'Nainstalovat tuto aplikaci',
  'install.optional': 'Nahlásit obsah můžete i bez instalace. Než aplikaci nainstalujete, přečtěte si toto:',
  'install.stays':
    'Na zařízení zůstávají ikona, název a soubory aplikace. Nikdy na něm nezůstane odkaz, odpověď ani hlášení.',
  'install.seen': 'Další lidé, kteří zařízení používají, mohou vidět ikonu a název „{name}“.',
  'install.maker':
    'Firma, která vyvíjí prohlížeč, se může dozvědět, že jste aplikaci nainstalovali. Pokud je prohlížeč synchronizovaný, ikona se může objevit na vašich dalších zařízeních.',
  'install.visit':
    'Jako u každého webu si prohlížeč zapíše vaši návštěvu do historie a uchová soubory stránky.',
  'install.remove':
    'Jak ji odebrat: podržte prst na ikoně a pak zvolte „Odinstalovat“ nebo „Odstranit“. Pokud chcete odebrat i soubory aplikace, smažte data tohoto webu v nastavení prohlížeče.',
  'install.menu': 'Jak ji nainstalovat: v nabídce prohlížeče zvolte „Nainstalovat“ nebo „Přidat na plochu“.',
  'install.go': 'Nainstalovat',
};
