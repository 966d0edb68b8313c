// The words of the application around the form, in Portuguese. A draft.

import type { AppWords } from './fr.ts';

export const words: AppWords = {
  'received.one': 'Link recebido',
  'received.many': 'Links recebidos: {n}',
  'received.nothing-sent': 'Nada é enviado até escolher “Enviar a denúncia”.',
  'received.removed': 'Retirado do link: {names}. Isto podia revelar quem partilhou o link.',
  'received.unwrapped': 'O link passava por outro site. Só é mantido o link que ele continha.',
  'received.advertisement': 'Deixado de fora, porque é publicidade:',
  'received.refused': 'Deixado de fora, porque só existe no seu dispositivo:',
  'received.too_many': 'Deixado de fora, porque uma denúncia contém {n} links no máximo:',
  'received.words': 'As palavras à volta do link não são guardadas.',
  'received.hide': 'Ocultar',

  'none.title': 'Nenhum link recebido',
  'none.body':
    'O que foi partilhado não contém nenhum link. Na outra aplicação, procure “Copiar link”. Depois, cole aqui o link.',
  'lost.title': 'O que partilhou não chegou',
  'lost.body': 'Nada foi guardado nem enviado. Na outra aplicação, copie o link. Depois, cole-o aqui.',

  paste: 'Colar o link',
  'paste.refused':
    'O navegador não deixa ler o que foi copiado. No formulário, mantenha o dedo no campo “Link (endereço da página)” e depois toque em “Colar”.',

  'replace.title': 'Substituir a sua denúncia?',
  'replace.answers': 'Acabou de partilhar outra coisa. Se a substituir, as suas respostas serão apagadas.',
  'replace.number':
    'Acabou de partilhar outra coisa. Se continuar, o número da sua denúncia deixará de ser mostrado.',
  'replace.keep': 'Não substituir',
  'replace.go': 'Substituir',

  'how.title': 'Denunciar a partir de outra aplicação',
  'how.installed':
    'Se esta aplicação estiver instalada num telefone Android: na outra aplicação, toque em “Partilhar” e depois em “{name}”.',
  'how.copy': 'Caso contrário, na outra aplicação, toque em “Partilhar” e depois em “Copiar link”.',
  'how.copy.picture':
    'O ecrã de um telefone. Está aberto um menu de partilha; “Copiar link” está dentro de um círculo.',
  'how.paste': 'Aqui, toque em “Colar o link”.',
  'how.paste.picture':
    'O mesmo telefone. Um botão “Colar” está rodeado por uma linha, e o link passa para o campo.',

  'ios.title': 'iPhone, iPad: criar um atalho',
  'ios.1': 'Abra a aplicação “Atalhos” e crie um atalho.',
  'ios.2': 'Nos detalhes do atalho, ative “Mostrar na folha de partilha”. Escolha os tipos “URL” e “Texto”.',
  'ios.3': 'Adicione a ação “Copiar para a área de transferência”. Nas opções da ação, ative “Apenas local”.',
  'ios.4': 'Adicione a ação “Abrir URL”, com este endereço:',
  'ios.5':
    'Na outra aplicação, toque em “Partilhar” e depois no atalho que criou. Aqui, toque em “Colar o link”.',
  'ios.why':
    'O link passa só pela área de transferência. Não o ponha no endereço a abrir: ficaria no histórico.',

  'install.title': 'Instalar esta aplicação',
  'install.optional': 'Pode denunciar sem a instalar. Antes de a instalar, tenha em conta o seguinte:',
  'install.stays':
    'No dispositivo ficam o ícone, o nome e os ficheiros da aplicação. Nunca um link, uma resposta ou uma denúncia.',
  'install.seen': 'As outras pessoas que usam o dispositivo podem ver o ícone e o nome “{name}”.',
  'install.maker':
    'A empresa que faz o navegador pode ficar a saber que a aplicação foi instalada no seu dispositivo. Se o navegador estiver sincronizado, o ícone pode aparecer nos seus outros dispositivos.',
  'install.visit':
    'Como em qualquer site, o navegador anota a sua visita no histórico e guarda os ficheiros da página.',
  'install.remove':
    'Para a retirar: mantenha o dedo no ícone e depois toque em “Desinstalar” ou “Remover”. Para retirar também os ficheiros da aplicação, apague os dados deste site nas definições do navegador.',
  'install.menu':
    'Para a instalar: no menu do navegador, escolha “Instalar” ou “Adicionar ao ecrã principal”.',
  'install.go': 'Instalar',
};
