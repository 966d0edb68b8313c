// The words of the application around the form, in Irish. A draft.

import type { AppWords } from './fr.ts';

export const words: AppWords = {
  'received.one': 'Nasc a fuarthas',
  'received.many': 'Naisc a fuarthas: {n}',
  'received.nothing-sent': 'Ní sheoltar aon rud sula mbrúnn tú “Seol an tuairisc”.',
  'received.removed': 'Baineadh é seo as an nasc: {names}. D’fhéadfadh sé sin a insint cé a roinn an nasc.',
  'received.unwrapped': 'Chuaigh an nasc trí shuíomh eile. Ní choinnítear ach an nasc a bhí istigh ann.',
  'received.advertisement': 'Fágadh ar lár é, mar is fógra é:',
  'received.refused': 'Fágadh ar lár é, mar níl sé ann ach ar do ghléas:',
  'received.too_many': 'Fágadh ar lár é, mar is {n} nasc ar a mhéad a bhíonn i dtuairisc:',
  'received.words': 'Ní choinnítear na focail timpeall an naisc.',
  'received.hide': 'Folaigh',

  'none.title': 'Ní bhfuarthas aon nasc',
  'none.body':
    'Níl nasc sa rud a roinn tú. San aip eile, lorg “Cóipeáil an nasc”. Ansin greamaigh an nasc anseo.',
  'lost.title': 'Níor tháinig an rud a roinn tú',
  'lost.body':
    'Níor coinníodh ná níor seoladh aon rud. Cóipeáil an nasc san aip eile, ansin greamaigh anseo é.',

  paste: 'Greamaigh an nasc',
  'paste.refused':
    'Ní ligeann an brabhsálaí don leathanach seo an rud a cóipeáladh a léamh. San fhoirm, brúigh an réimse “Nasc (seoladh an leathanaigh)” agus coinnigh do mhéar air, ansin tapáil “Greamaigh”.',

  'replace.title': 'Cuir tuairisc eile in áit do thuairisce?',
  'replace.answers':
    'Tá tú díreach tar éis rud eile a roinnt. Má chuireann tú ceann eile ina háit, scriosfar do fhreagraí.',
  'replace.number':
    'Tá tú díreach tar éis rud eile a roinnt. Má leanann tú ar aghaidh, ní thaispeánfar uimhir do thuairisce a thuilleadh.',
  'replace.keep': 'Fág mar atá sí',
  'replace.go': 'Cuir ceann eile ina háit',

  'how.title': 'Tuairiscigh ó aip eile',
  'how.installed':
    'Má tá an aip seo suiteáilte ar ghuthán Android, san aip eile, tapáil “Roinn”, ansin “{name}”.',
  'how.copy': 'Mura bhfuil, san aip eile, tapáil “Roinn”, ansin “Cóipeáil an nasc”.',
  'how.copy.picture':
    'Scáileán gutháin. Tá roghchlár roinnte oscailte; tá ciorcal timpeall ar “Cóipeáil an nasc”.',
  'how.paste': 'Anseo, tapáil “Greamaigh an nasc”.',
  'how.paste.picture':
    'An guthán céanna. Tá ciorcal timpeall ar chnaipe “Greamaigh”, agus tagann an nasc isteach sa réimse.',

  'ios.title': 'iPhone, iPad: déan aicearra',
  'ios.1': 'Oscail an aip “Shortcuts” agus cruthaigh aicearra.',
  'ios.2':
    'I sonraí an aicearra, cuir “Show in Share Sheet” ar siúl. Roghnaigh na cineálacha “URLs” agus “Text”.',
  'ios.3':
    'Cuir an gníomh “Copy to Clipboard” leis an aicearra. I roghanna an ghnímh, cuir “Local Only” ar siúl.',
  'ios.4': 'Cuir an gníomh “Open URLs” leis an aicearra, agus an seoladh seo ann:',
  'ios.5': 'San aip eile, tapáil “Roinn” nó “Share”, ansin d’aicearra. Anseo, tapáil “Greamaigh an nasc”.',
  'ios.why':
    'Ní théann an nasc ach tríd an ngearrthaisce. Ná cuir sa seoladh atá le hoscailt é: d’fhanfadh sé sa stair.',

  'install.title': 'Suiteáil an aip seo',
  'install.optional':
    'Is féidir leat tuairisciú gan í a shuiteáil. Sula suiteálann tú í, bíodh a fhios seo agat:',
  'install.stays':
    'Fanann deilbhín, ainm agus comhaid na haipe ar an ngléas. Ní fhanann nasc, freagra ná tuairisc ann riamh.',
  'install.seen':
    'Is féidir le daoine eile a úsáideann an gléas an deilbhín agus an t-ainm “{name}” a fheiceáil.',
  'install.maker':
    'D’fhéadfadh an comhlacht a dhéanann an brabhsálaí a fháil amach gur shuiteáil tú an aip. Má tá an brabhsálaí sioncronaithe, d’fhéadfadh an deilbhín a bheith le feiceáil ar do ghléasanna eile.',
  'install.visit':
    'Mar a tharlaíonn le haon suíomh, scríobhann an brabhsálaí do chuairt ina stair agus coinníonn sé comhaid an leathanaigh.',
  'install.remove':
    'Chun an aip a bhaint: brúigh an deilbhín agus coinnigh do mhéar air, ansin tapáil “Díshuiteáil” nó “Bain”. Chun comhaid na haipe a bhaint freisin, scrios sonraí an tsuímh seo i socruithe an bhrabhsálaí.',
  'install.menu':
    'Chun an aip a shuiteáil: i roghchlár an bhrabhsálaí, roghnaigh “Suiteáil” nó “Cuir leis an scáileán baile”.',
  'install.go': 'Suiteáil',
};
