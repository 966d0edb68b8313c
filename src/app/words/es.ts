// The words of the application around the form, in Spanish. A draft.

import type { AppWords } from './fr.ts';

export const words: AppWords = {
  'received.one': 'Enlace recibido',
  'received.many': 'Enlaces recibidos: {n}',
  'received.nothing-sent': 'No se envía nada hasta que elija «Enviar el reporte».',
  'received.removed': 'Quitado del enlace: {names}. Esto podía mostrar quién ha compartido el enlace.',
  'received.unwrapped': 'El enlace pasaba por otra web. Solo se conserva el enlace que contenía.',
  'received.advertisement': 'No incluido, porque es publicidad:',
  'received.refused': 'No incluido, porque solo existe en su dispositivo:',
  'received.too_many': 'No incluido, porque un reporte contiene {n} enlaces como máximo:',
  'received.words': 'Las palabras que acompañan al enlace no se conservan.',
  'received.hide': 'Ocultar',

  'none.title': 'Ningún enlace recibido',
  'none.body':
    'Lo que se ha compartido no contiene ningún enlace. En la otra aplicación, busque «Copiar enlace». Después, pegue aquí el enlace.',
  'lost.title': 'Lo que ha compartido no ha llegado',
  'lost.body':
    'No se ha guardado ni enviado nada. En la otra aplicación, copie el enlace. Después, péguelo aquí.',

  paste: 'Pegar el enlace',
  'paste.refused':
    'El navegador no deja leer lo que se ha copiado. En el formulario, mantenga pulsado el campo «Enlace (dirección de la página)» y después toque «Pegar».',

  'replace.title': '¿Sustituir su reporte?',
  'replace.answers': 'Acaba de compartir otra cosa. Si lo sustituye, se borrarán sus respuestas.',
  'replace.number': 'Acaba de compartir otra cosa. Si continúa, ya no se mostrará el número de su reporte.',
  'replace.keep': 'No sustituir',
  'replace.go': 'Sustituir',

  'how.title': 'Reportar desde otra aplicación',
  'how.installed':
    'Si esta aplicación está instalada en un teléfono Android: en la otra aplicación, toque «Compartir» y después «{name}».',
  'how.copy': 'Si no, en la otra aplicación, toque «Compartir» y después «Copiar enlace».',
  'how.copy.picture':
    'La pantalla de un teléfono. Hay un menú para compartir abierto; «Copiar enlace» está rodeado con un círculo.',
  'how.paste': 'Aquí, toque «Pegar el enlace».',
  'how.paste.picture':
    'El mismo teléfono. Un botón «Pegar» está rodeado con una línea, y el enlace pasa al campo.',

  'ios.title': 'iPhone, iPad: crear un atajo',
  'ios.1': 'Abra la aplicación «Atajos» y cree un atajo.',
  'ios.2':
    'En los detalles del atajo, active «Mostrar en la hoja para compartir». Elija los tipos «URL» y «Texto».',
  'ios.3': 'Añada la acción «Copiar al portapapeles». En sus opciones, active «Solo local».',
  'ios.4': 'Añada la acción «Abrir URL» con esta dirección:',
  'ios.5':
    'En la otra aplicación, toque «Compartir» y después el atajo que ha creado. Aquí, toque «Pegar el enlace».',
  'ios.why':
    'El enlace pasa únicamente por el portapapeles. No lo ponga en la dirección que se abre: quedaría en el historial.',

  'install.title': 'Instalar esta aplicación',
  'install.optional': 'Puede reportar sin instalarla. Antes de instalarla, tenga en cuenta lo siguiente:',
  'install.stays':
    'En el dispositivo quedan el icono, el nombre y los archivos de la aplicación. Nunca un enlace, una respuesta ni un reporte.',
  'install.seen': 'Las demás personas que usan el dispositivo pueden ver el icono y el nombre «{name}».',
  'install.maker':
    'La empresa que hace el navegador puede llegar a saber que usted ha instalado la aplicación. Si el navegador está sincronizado, el icono puede aparecer en sus otros dispositivos.',
  'install.visit':
    'Como con cualquier web, el navegador anota su visita en el historial y guarda los archivos de la página.',
  'install.remove':
    'Para quitarla: mantenga pulsado el icono y después toque «Desinstalar» o «Eliminar». Para quitar también los archivos de la aplicación, borre los datos de esta web en los ajustes del navegador.',
  'install.menu':
    'Para instalarla: en el menú del navegador, elija «Instalar» o «Añadir a pantalla de inicio».',
  'install.go': 'Instalar',
};
