package org.stoa.web.page;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Gives the handler before the servlets the pages of the application, once that is there. */
@WebListener
public class PageCacheStart implements ServletContextListener {
    static final String PAGES = PublicPages.class.getName();

    static final String ADVANCE = PagesInAdvance.class.getName();

    @Inject
    private PublicPages pages;

    @Inject
    private PagesInAdvance advance;

    @Override
    public void contextInitialized(ServletContextEvent start) {
        start.getServletContext().setAttribute(PAGES, pages.direct().bean());
        start.getServletContext().setAttribute(ADVANCE, advance.direct().bean());
        advance.start();
    }

    @Override
    public void contextDestroyed(ServletContextEvent stop) {
        stop.getServletContext().removeAttribute(PAGES);
        stop.getServletContext().removeAttribute(ADVANCE);
        advance.stop();
    }
}
