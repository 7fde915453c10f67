package org.stoa.web.api;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Says in the description of each operation that its failures are problems: those that it names, and any other. */
public class ProblemResponses implements OASFilter {
    @Override
    public Operation filterOperation(Operation operation) {
        if (operation.getResponses() == null) {
            operation.setResponses(OASFactory.createAPIResponses());
        }
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.matches("[45]..") && response.getContent() == null) {
                response.setContent(problem());
            }
        });
        if (!operation.getResponses().hasAPIResponse(APIResponses.DEFAULT)) {
            operation
                    .getResponses()
                    .addAPIResponse(
                            APIResponses.DEFAULT,
                            OASFactory.createAPIResponse()
                                    .description("A problem (RFC 9457)")
                                    .content(problem()));
        }
        return operation;
    }

    private static Content problem() {
        var type = OASFactory.createMediaType().schema(OASFactory.createSchema().ref("#/components/schemas/Problem"));
        return OASFactory.createContent().addMediaType(Problem.MEDIA_TYPE, type);
    }
}
