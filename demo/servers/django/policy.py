"""The policy of the pages. Django 6 has one of its own (SECURE_CSP); this one runs in any version."""


def content_security_policy(get_response):
    def respond(request):
        response = get_response(request)
        response["Content-Security-Policy"] = "default-src 'self'; connect-src 'self' https://hotline.example"
        return response

    return respond
