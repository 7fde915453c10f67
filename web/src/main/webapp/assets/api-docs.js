// Starts Swagger UI on the description of this shop's API.
window.SwaggerUIBundle({ url: '/openapi', dom_id: '#api', deepLinking: true, validatorUrl: null });
