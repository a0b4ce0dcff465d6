import { ReadOutlined } from '@ant-design/icons';
import { defineResource } from '../../crud/define';
import { itemForm, obligationForm } from './forms';

export const referentials = defineResource({
  concept: 'Referential',
  icon: ReadOutlined,
  menu: { group: 'framework', position: 1 },
  // When a version ceases to hold follows from the one that is published after it.
  without: ['validTo'],
  list: { columns: ['name', 'state', 'number', 'validFrom', 'validTo', 'publishedAt'], sort: ['-number'] },
  form: [{ title: 'identity', fields: [{ path: 'name', wide: true }, 'number', 'validFrom'] }],
  page: { state: ['state'], sections: [{ title: 'validity', fields: ['number', 'validFrom', 'validTo'] }] },
  createPage: async () => (await import('./DraftPage')).DraftPage,
  showPage: async () => (await import('./ReferentialPage')).ReferentialPage,
});

/** Changed on the page of their référentiel, in a drawer: no pages of their own. */
export const referentialItems = defineResource({
  concept: 'ReferentialItem',
  under: 'Referential',
  list: { columns: ['label', 'kind', 'levels', 'text', 'referential'], filters: ['kind', 'levels', 'referential'] },
  form: itemForm('MISSION'),
  verbs: [],
  without: ['position'],
});

export const obligations = defineResource({
  concept: 'Obligation',
  under: 'Referential',
  list: {
    columns: ['kind', 'level', 'target', 'planned', 'modes', 'windowMonths', 'referential'],
    filters: ['level', 'kind', 'referential'],
  },
  form: obligationForm(),
  verbs: [],
  page: {
    state: ['level'],
    sections: [
      {
        title: 'obligation',
        fields: ['text', 'kind', 'level', 'target', 'planned', 'modes', 'windowMonths', 'referential'],
      },
    ],
  },
});
