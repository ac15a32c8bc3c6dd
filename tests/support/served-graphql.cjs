// Outside production graphql compares the class of every value with classes of its own name, in case two copies of it are
// loaded: an eighth of the time of these tests. They load it as a served portal does.
const { NODE_ENV } = process.env;
process.env.NODE_ENV = 'production';
require('graphql');
process.env.NODE_ENV = NODE_ENV;
