import { FolderOpenOutlined } from '@ant-design/icons';
import { defineResource } from '../../crud/define';

export const tools = defineResource({
  concept: 'Tool',
  icon: FolderOpenOutlined,
  menu: { group: 'network', position: 4 },
  list: { columns: ['title', 'kind', 'version', 'date', 'link'], filters: ['kind'] },
  form: [
    {
      title: 'identity',
      fields: [{ path: 'title', wide: true }, 'kind', 'version', 'date', { path: 'link', wide: true }],
    },
  ],
  page: { state: ['kind'], sections: [{ title: 'identity', fields: ['kind', 'version', 'date', 'link'] }] },
});
