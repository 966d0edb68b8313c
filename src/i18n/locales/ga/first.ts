// Irish: what the form needs to show its first step.

import type { FirstMessages, LaterMessages } from '../../messages.ts';

export const first: FirstMessages = {
  'header.service': 'Tuairisc chuig {hotline}',
  'header.exit': 'Imigh go tapa',
  'header.close': 'Dún',
  'language.label': 'Teanga',
  'language.failed': 'Ní féidir an teanga seo a thaispeáint.',
  'step.count': 'Céim {n} as {total}',
  'step.required': 'Is féidir leat aon rud atá marcáilte “roghnach” a fhágáil folamh.',
  'action.continue': 'Ar aghaidh',
  's1.title': 'Cad a chonaic tú?',
  's1.intro':
    'Tá sé saor in aisce. Ní gá d’ainm a thabhairt. Ní gá a bheith cinnte: seiceálann ár bhfoireann é.',
  's1.privacy': 'Téann do thuairisc chuig {hotline}, ní chuig {site}.',
  's1.privacy.through': 'Téann do thuairisc tríd an suíomh {site}, ansin chuig {hotline}.',
  's1.privacy.alone': 'Téann do thuairisc chuig {hotline}.',
  's1.privacy.link': 'Príobháideachas',
  'cat.child_sexual_abuse': 'Ábhar a bhaineann le mí-úsáid ghnéasach leanaí',
  'cat.child_sexual_abuse.hint': 'Íomhá, físeán nó téacs gnéasach a bhaineann le duine faoi 18',
  'cat.terrorism_bomb_making': 'Gríosú chun sceimhlitheoireachta nó chun buamaí a dhéanamh',
  'cat.terrorism_bomb_making.hint': 'Gríosú chun ionsaithe, bolscaireacht, conas pléascáin a dhéanamh',
  'cat.hate_violence_discrimination': 'Gríosú chun foréigin, idirdhealaithe nó fuatha',
  'cat.hate_violence_discrimination.hint':
    'Gríosú chun daoine a fhuathú nó a ionsaí mar gheall ar a bhféiniúlacht',
  'cat.crimes_against_humanity': 'Moladh ar choireanna in aghaidh na daonnachta',
  'cat.crimes_against_humanity.hint': 'Teachtaireacht a mholann, a chosnaíonn nó a shéanann cinedhíothú',
  'cat.shocking_content_minors': 'Ábhar suaiteach atá ar fáil do mhionaoisigh',
  'cat.shocking_content_minors.hint':
    'Pornagrafaíocht nó foréigean fíochmhar is furasta do leanbh a fheiceáil',
  'cat.procuring': 'Teacht i dtír ar striapachas',
  'cat.procuring.hint': 'Fógra nó cuntas a dhéanann brabús as striapachas duine eile',
  'cat.suicide_incitement': 'Gríosú chun féinmharaithe',
  'cat.suicide_incitement.hint': 'Teachtaireacht nó suíomh a bhrúnn duine i dtreo an fhéinmharaithe',
  'cat.sexual_harassment': 'Ciapadh gnéasach',
  'cat.sexual_harassment.hint':
    'Teachtaireachtaí gnéasacha gan iarraidh, dúmhál nó bagairtí le híomhánna dlúthphearsanta',
  'cat.unsure': 'Níl a fhios agam',
  'cat.unsure.hint': 'Roghnóidh ár bhfoireann ar do shon',
  'cat.or': 'nó',
  's1.emergency': 'Contúirt láithreach?',
  'call.police': 'Póilíní',
  'call.any': 'Éigeandáil',
  'call.text': 'Téacs',
  'err.fallback': 'Tuairiscigh ar shuíomh {hotline}',
  'draft.kept': 'Tá do fhreagraí anseo fós.',
  'sr.step': 'Céim {n} as {total}: {title}',
  'sr.newtab': '(cluaisín nua)',
  'sr.call': 'Glaoigh ar {number}',
  'sr.message': 'Cuir téacs chuig {number}',
  'err.later': 'Ní féidir an chuid eile a thaispeáint.',
};

/** The strings of the later steps. */
export const later = async (): Promise<LaterMessages> => (await import('./later.ts')).later;
