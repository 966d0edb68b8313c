// Greek: what the form needs to show its first step.

import type { FirstMessages, LaterMessages } from '../../messages.ts';

export const first: FirstMessages = {
  'header.service': 'Καταγγελία προς {hotline}',
  'header.exit': 'Γρήγορη έξοδος',
  'header.close': 'Κλείσιμο',
  'language.label': 'Γλώσσα',
  'language.failed': 'Αυτή η γλώσσα δεν μπόρεσε να εμφανιστεί.',
  'step.count': 'Βήμα {n} από {total}',
  'step.required': 'Μπορείτε να αφήσετε κενό ό,τι γράφει «προαιρετικό».',
  'action.continue': 'Συνέχεια',
  's1.title': 'Τι είδατε;',
  's1.intro':
    'Είναι δωρεάν. Δεν χρειάζεται να πείτε το όνομά σας. Δεν πειράζει αν έχετε αμφιβολίες: η ομάδα μας ελέγχει.',
  's1.privacy': 'Η καταγγελία σας πηγαίνει στην υπηρεσία {hotline}, όχι στον ιστότοπο {site}.',
  's1.privacy.through':
    'Η καταγγελία σας περνά από τον ιστότοπο {site} και πηγαίνει στην υπηρεσία {hotline}.',
  's1.privacy.alone': 'Η καταγγελία σας πηγαίνει στην υπηρεσία {hotline}.',
  's1.privacy.link': 'Προσωπικά δεδομένα',
  'cat.child_sexual_abuse': 'Υλικό σεξουαλικής κακοποίησης παιδιών',
  'cat.child_sexual_abuse.hint': 'Σεξουαλική εικόνα, βίντεο ή κείμενο με άτομο κάτω των 18 ετών',
  'cat.terrorism_bomb_making': 'Υποκίνηση σε τρομοκρατία ή σε κατασκευή βομβών',
  'cat.terrorism_bomb_making.hint': 'Κάλεσμα για επίθεση, προπαγάνδα, κατασκευή εκρηκτικών',
  'cat.hate_violence_discrimination': 'Υποκίνηση βίας, διακρίσεων ή μίσους',
  'cat.hate_violence_discrimination.hint': 'Κάλεσμα για μίσος ή επίθεση σε ανθρώπους γι’ αυτό που είναι',
  'cat.crimes_against_humanity': 'Εξύμνηση εγκλημάτων κατά της ανθρωπότητας',
  'cat.crimes_against_humanity.hint': 'Μήνυμα που επαινεί, δικαιολογεί ή αρνείται μια γενοκτονία',
  'cat.shocking_content_minors': 'Σοκαριστικό περιεχόμενο που μπορούν να δουν ανήλικα άτομα',
  'cat.shocking_content_minors.hint': 'Πορνογραφία ή ακραία βία που ένα παιδί βλέπει εύκολα',
  'cat.procuring': 'Μαστροπεία',
  'cat.procuring.hint': 'Αγγελία ή λογαριασμός που κερδίζει από την πορνεία άλλου ατόμου',
  'cat.suicide_incitement': 'Υποκίνηση σε αυτοκτονία',
  'cat.suicide_incitement.hint': 'Μήνυμα ή ιστότοπος που σπρώχνει ένα άτομο να δώσει τέλος στη ζωή του',
  'cat.sexual_harassment': 'Σεξουαλική παρενόχληση',
  'cat.sexual_harassment.hint':
    'Ανεπιθύμητα σεξουαλικά μηνύματα, εκβιασμός ή απειλές με εικόνες από προσωπικές στιγμές',
  'cat.unsure': 'Δεν ξέρω',
  'cat.unsure.hint': 'Η ομάδα μας θα επιλέξει για εσάς',
  'cat.or': 'ή',
  's1.emergency': 'Άμεσος κίνδυνος;',
  'call.police': 'Αστυνομία',
  'call.any': 'Έκτακτη ανάγκη',
  'call.text': 'SMS',
  'err.fallback': 'Καταγγελία στον ιστότοπο {hotline}',
  'draft.kept': 'Οι απαντήσεις σας είναι ακόμα εδώ.',
  'sr.step': 'Βήμα {n} από {total}: {title}',
  'sr.newtab': '(νέα καρτέλα)',
  'sr.call': 'Κλήση στο {number}',
  'sr.message': 'SMS στο {number}',
  'err.later': 'Τα επόμενα βήματα δεν μπόρεσαν να εμφανιστούν.',
};

/** The strings of the later steps. */
export const later = async (): Promise<LaterMessages> => (await import('./later.ts')).later;
