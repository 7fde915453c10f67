package org.stoa.web.api;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.stoa.cart.Cart;
import org.stoa.cart.Carts;
import org.stoa.catalogue.Sku;
import org.stoa.web.cart.GuestCart;

/** The cart of whoever asks: it belongs to the session cookie. */
@Path("cart")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cart")
public class CartResource {
    @Inject
    private GuestCart guest;

    @Inject
    private Carts carts;

    /**
     * What to put into the cart.
     *
     * @param sku the product
     * @param quantity 1 to 99
     */
    public record NewItem(
            @Schema(examples = "BOOK-0042") String sku,
            @Schema(examples = "2") Integer quantity) {}

    /**
     * How many there should be.
     *
     * @param quantity 0 to 99; 0 removes
     */
    public record Quantity(@Schema(examples = "3") Integer quantity) {}

    /** The cart, an empty one for those who have none. */
    @GET
    @Operation(summary = "Shows the cart", description = "An empty one for those who have none; no session is made.")
    @APIResponse(
            responseCode = "200",
            description = "The cart",
            content = @Content(schema = @Schema(implementation = CartJson.class)))
    public Response show() {
        return answer(guest.get());
    }

    /** Adds so many of a product to the cart; refuses malformed ones, unknown products, and more than there are. */
    @POST
    @Path("items")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Puts something into the cart", description = "What is there already is added to.")
    @APIResponse(
            responseCode = "200",
            description = "The cart as it is now",
            content = @Content(schema = @Schema(implementation = CartJson.class)))
    @APIResponse(responseCode = "404", description = "No such product")
    @APIResponse(responseCode = "409", description = "Not so many in stock")
    public Response add(NewItem item) {
        InvalidBody.required(item, "");
        InvalidBody.required(item.sku(), "/sku");
        InvalidBody.required(item.quantity(), "/quantity");
        var sku = new Sku(item.sku());
        return answer(guest.update(cart -> carts.add(cart, sku, item.quantity())));
    }

    /** Sets how many of a product are in the cart; refuses malformed numbers, and more than there are. */
    @PUT
    @Path("items/{sku}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Says how many of a product should be in the cart", description = "0 removes it.")
    @APIResponse(
            responseCode = "200",
            description = "The cart as it is now",
            content = @Content(schema = @Schema(implementation = CartJson.class)))
    @APIResponse(responseCode = "409", description = "Not so many in stock")
    public Response change(@PathParam("sku") String sku, Quantity wanted) {
        InvalidBody.required(wanted, "");
        InvalidBody.required(wanted.quantity(), "/quantity");
        var product = new Sku(sku);
        return answer(guest.update(cart -> carts.change(cart, product, wanted.quantity())));
    }

    /** Takes a product out of the cart, if it is in. */
    @DELETE
    @Path("items/{sku}")
    @Operation(summary = "Removes a product from the cart")
    @APIResponse(
            responseCode = "200",
            description = "The cart as it is now, also when the product was not in it",
            content = @Content(schema = @Schema(implementation = CartJson.class)))
    public Response remove(@PathParam("sku") String sku) {
        var product = new Sku(sku);
        return answer(guest.update(cart -> cart.with(product, 0)));
    }

    private Response answer(Cart cart) {
        return Response.ok(CartJson.of(carts.view(cart)))
                .header("Cache-Control", "private, no-store")
                .build();
    }
}
