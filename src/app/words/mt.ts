// The words of the application around the form, in Maltese. A draft.

import type { AppWords } from './fr.ts';

export const words: AppWords = {
  'received.one': 'Link riċevut',
  'received.many': 'Links riċevuti: {n}',
  'received.nothing-sent': 'Ma jintbagħat xejn qabel “Ibgħat ir-rapport”.',
  'received.removed': 'Tneħħa mil-link: {names}. Dan seta’ juri min ixxerja l-link.',
  'received.unwrapped': 'Il-link kien jgħaddi minn sit ieħor. Jinżamm biss il-link li kien fih.',
  'received.advertisement': 'Tħalla barra, għax hu riklam:',
  'received.refused': 'Tħalla barra, għax jeżisti biss fuq l-apparat tiegħek:',
  'received.too_many': 'Tħalla barra, għax rapport jista’ jkun fih sa {n} links:',
  'received.words': 'Il-kliem ta’ madwar il-link ma jinżammx.',
  'received.hide': 'Aħbi',

  'none.title': 'Ma wasal l-ebda link',
  'none.body':
    'Dak li xxerjajt ma fihx link. Fl-app l-oħra, fittex “Copy link”. Imbagħad waħħal il-link hawn.',
  'lost.title': 'Dak li xxerjajt ma wasalx',
  'lost.body': 'Ma nżamm xejn u ma ntbagħat xejn. Ikkopja l-link mill-app l-oħra, imbagħad waħħlu hawn.',

  paste: 'Waħħal il-link',
  'paste.refused':
    'Il-browser ma jħallix lil din il-paġna taqra dak li ġie kkupjat. Fil-formola, żomm subgħajk fuq il-kaxxa “Link (indirizz tal-paġna)”, imbagħad agħfas “Paste”.',

  'replace.title': 'Tibdel ir-rapport tiegħek b’ieħor?',
  'replace.answers':
    'Għadek kif ixxerjajt xi ħaġa oħra. Jekk tibdel ir-rapport, it-tweġibiet tiegħek jitħassru.',
  'replace.number':
    'Għadek kif ixxerjajt xi ħaġa oħra. Jekk tkompli, in-numru tar-rapport tiegħek ma jibqax jidher.',
  'replace.keep': 'Tibdlux',
  'replace.go': 'Ibdlu',

  'how.title': 'Irrapporta minn app oħra',
  'how.installed':
    'Jekk din l-app hija installata fuq mowbajl Android: fl-app l-oħra, agħfas “Share”, imbagħad “{name}”.',
  'how.copy': 'Inkella, fl-app l-oħra, agħfas “Share”, imbagħad “Copy link”.',
  'how.copy.picture': 'L-iskrin ta’ mowbajl. Hemm menu tax-share miftuħ; “Copy link” għandu ċirku madwaru.',
  'how.paste': 'Hawn, agħfas “Waħħal il-link”.',
  'how.paste.picture':
    'L-istess mowbajl. Buttuna “Waħħal” għandha linja madwarha, u l-link jidħol fil-kaxxa.',

  'ios.title': 'iPhone, iPad: agħmel shortcut',
  'ios.1': 'Iftaħ l-app “Shortcuts” u oħloq shortcut.',
  'ios.2': 'Fid-dettalji tiegħu, ixgħel “Show in Share Sheet”. Agħżel it-tipi “URLs” u “Text”.',
  'ios.3': 'Żid l-azzjoni “Copy to Clipboard”. Fl-għażliet tagħha, ixgħel “Local Only”.',
  'ios.4': 'Żid l-azzjoni “Open URLs”, b’dan l-indirizz:',
  'ios.5': 'Fl-app l-oħra, agħfas “Share”, imbagħad ix-shortcut tiegħek. Hawn, agħfas “Waħħal il-link”.',
  'ios.why': 'Il-link jgħaddi mill-clipboard biss. Tpoġġihx fl-indirizz li jinfetaħ, għax jibqa’ fl-istorja.',

  'install.title': 'Installa din l-app',
  'install.optional': 'Tista’ tirrapporta mingħajr ma tinstallaha. Qabel ma tinstallaha, kun af dan:',
  'install.stays':
    'Fuq l-apparat jibqgħu l-ikona, l-isem u l-fajls tal-app. Ma jibqa’ qatt link, tweġiba jew rapport.',
  'install.seen': 'Nies oħra li jużaw l-apparat jistgħu jaraw l-ikona u l-isem “{name}”.',
  'install.maker':
    'Il-kumpanija li tagħmel il-browser tista’ ssir taf li installajt l-app. Jekk il-browser ikun sinkronizzat, l-ikona tista’ tidher fuq l-apparati l-oħra tiegħek.',
  'install.visit':
    'Bħal fuq kull sit, il-browser jikteb iż-żjara tiegħek fl-istorja tiegħu u jżomm il-fajls tal-paġna.',
  'install.remove':
    'Biex tneħħiha: żomm subgħajk fuq l-ikona, imbagħad agħfas “Uninstall” jew “Remove”. Biex tneħħi wkoll il-fajls tagħha, ħassar id-dejta ta’ dan is-sit fis-settings tal-browser.',
  'install.menu': 'Biex tinstallaha: fil-menu tal-browser, agħżel “Install” jew “Add to Home screen”.',
  'install.go': 'Installa',
};
