// Files dropped on the form: a browser would open them in place of the page. The form takes none.

import type { Widget } from '../../shared/widget.ts';
import type { FormView } from '../form-view.ts';

/** Place on screen for the sentence. */
export const DROPPED = 'dropped';

/** Holds files off. A field that says more about a file has handled the drop before. */
export function holdOffFiles({ renderRoot }: Widget, form: FormView): void {
  const hasFiles = ({ dataTransfer }: DragEvent): boolean => !!dataTransfer?.types.includes('Files');
  const root = renderRoot;
  // Without this, there is no `drop` to answer.
  root.addEventListener('dragover', ((event: DragEvent) => {
    if (hasFiles(event)) event.preventDefault();
  }) as EventListener);
  root.addEventListener('drop', ((event: DragEvent) => {
    if (!hasFiles(event) || event.defaultPrevented) return;
    event.preventDefault();
    const { errors, remarks } = form;
    form.show({ errors, remarks, alert: 'err.file', saidAt: DROPPED });
  }) as EventListener);
}
