/** Where work is read, in messages and on pages. */
export const WORK_PATH = '/work';
export const TASKS_PATH = `${WORK_PATH}/tasks`;
export const CLOCKS_PATH = `${WORK_PATH}/clocks`;
export const taskPath = (id: number | string): string => `${TASKS_PATH}/${id}`;
