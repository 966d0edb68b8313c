// The words of the application around the form, in Finnish. A draft.

import type { AppWords } from './fr.ts';

export const words: AppWords = {
  'received.one': 'Linkki vastaanotettu',
  'received.many': '{n} linkkiä vastaanotettu',
  'received.nothing-sent': 'Mitään ei lähetetä, ennen kuin valitset ”Lähetä ilmoitus”.',
  'received.removed': 'Poistettu linkistä: {names}. Tämä saattoi näyttää, kuka jakoi linkin.',
  'received.unwrapped': 'Linkki kulki toisen sivuston kautta. Vain sen sisällä ollut linkki otetaan mukaan.',
  'received.advertisement': 'Jätetty pois, koska se on mainos:',
  'received.refused': 'Jätetty pois, koska se on olemassa vain laitteellasi:',
  'received.too_many': 'Jätetty pois, koska ilmoituksessa voi olla enintään {n} linkkiä:',
  'received.words': 'Linkin ympärillä olleita sanoja ei oteta mukaan.',
  'received.hide': 'Piilota',

  'none.title': 'Linkkiä ei vastaanotettu',
  'none.body':
    'Jaetussa sisällössä ei ole linkkiä. Etsi toisesta sovelluksesta ”Kopioi linkki”. Liitä linkki sitten tähän.',
  'lost.title': 'Jakamasi sisältö ei tullut perille',
  'lost.body':
    'Mitään ei tallennettu eikä lähetetty. Kopioi linkki toisessa sovelluksessa ja liitä se sitten tähän.',

  paste: 'Liitä linkki',
  'paste.refused':
    'Selain ei anna tämän sivun lukea, mitä on kopioitu. Paina lomakkeessa pitkään kenttää ”Linkki (sivun osoite)” ja valitse sitten ”Liitä”.',

  'replace.title': 'Haluatko korvata ilmoituksesi?',
  'replace.answers': 'Jaoit juuri jotain muuta. Jos korvaat sen, vastauksesi tyhjennetään.',
  'replace.number': 'Jaoit juuri jotain muuta. Jos jatkat, ilmoituksesi numeroa ei enää näytetä.',
  'replace.keep': 'Älä korvaa',
  'replace.go': 'Korvaa',

  'how.title': 'Ilmoita toisen sovelluksen kautta',
  'how.installed':
    'Jos tämä sovellus on asennettu Android-puhelimeen: napauta toisessa sovelluksessa ”Jaa” ja sitten ”{name}”.',
  'how.copy': 'Muussa tapauksessa napauta toisessa sovelluksessa ”Jaa” ja sitten ”Kopioi linkki”.',
  'how.copy.picture': 'Puhelimen näyttö. Jakovalikko on auki, ja ”Kopioi linkki” on ympyröity.',
  'how.paste': 'Napauta tällä sivulla ”Liitä linkki”.',
  'how.paste.picture': 'Sama puhelin. Painike ”Liitä” on ympyröity, ja linkki tulee kenttään.',

  'ios.title': 'iPhone, iPad: tee pikakomento',
  'ios.1': 'Avaa sovellus ”Pikakomennot” ja luo pikakomento.',
  'ios.2': 'Laita pikakomennon tiedoista päälle ”Näytä jakovalikossa”. Valitse tyypit ”URL:t” ja ”Teksti”.',
  'ios.3': 'Lisää toiminto ”Kopioi leikepöydälle”. Laita sen valinnoista päälle ”Vain paikallinen”.',
  'ios.4': 'Lisää toiminto ”Avaa URL:t” ja anna sille tämä osoite:',
  'ios.5':
    'Napauta toisessa sovelluksessa ”Jaa” ja sitten pikakomentoasi. Napauta tällä sivulla ”Liitä linkki”.',
  'ios.why':
    'Linkki kulkee vain leikepöydän kautta. Älä laita sitä avattavaan osoitteeseen: se jäisi historiaan.',

  'install.title': 'Asenna tämä sovellus',
  'install.optional': 'Voit tehdä ilmoituksen asentamatta sovellusta. Lue tämä ennen asentamista:',
  'install.stays':
    'Laitteelle jäävät sovelluksen kuvake, nimi ja tiedostot. Laitteelle ei koskaan jää linkkiä, vastausta eikä ilmoitusta.',
  'install.seen': 'Muut ihmiset, jotka käyttävät laitetta, voivat nähdä kuvakkeen ja nimen ”{name}”.',
  'install.maker':
    'Selaimen valmistaja voi saada tietää, että asensit sovelluksen. Jos selain synkronoidaan, kuvake voi näkyä muilla laitteillasi.',
  'install.visit':
    'Kuten kaikilla sivustoilla, selain kirjaa käyntisi historiaansa ja säilyttää sivun tiedostot.',
  'install.remove':
    'Näin poistat sovelluksen: paina kuvaketta pitkään ja valitse sitten ”Poista asennus” tai ”Poista”. Jos haluat poistaa myös sovelluksen tiedostot, tyhjennä tämän sivuston tiedot selaimen asetuksissa.',
  'install.menu':
    'Näin asennat sovelluksen: valitse selaimen valikosta ”Asenna” tai ”Lisää aloitusnäytölle”.',
  'install.go': 'Asenna',
};
