export { listToDo } from './todo.service.js';
export type { ToDoLine } from './todo.words.js';
