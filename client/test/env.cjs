exports.env = { dev: false };
