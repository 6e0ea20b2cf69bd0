export * as placeholder from './kernel/index.js';
