import logging

logger = logging.getLogger("rows")


def levels() -> None:
    logging.debug("debug")
    logging.info("info")
    logging.warning("warning")
    logging.error("error")
    logging.critical("critical")
    logger.debug("debug")
    logger.info("info")
    logger.warning("warning")
    logger.warn("warn")
    logger.error("error")
    logger.critical("critical")
    logging.getLogger().info("root")


def failing(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        logger.exception("no number")
        logging.exception("no number")
        return 0


logging.basicConfig(level=logging.DEBUG)
logging.basicConfig(level=logging.DEBUG, format="%(message)s")
logging.basicConfig(level=logging.DEBUG, format="%(message)s", datefmt="%H")
logger.setLevel(logging.DEBUG)
levels()
logging.basicConfig(level=logging.INFO)
logging.basicConfig(level=logging.INFO, format="%(message)s")
logging.basicConfig(level=logging.INFO, format="%(message)s", datefmt="%H")
logger.setLevel(logging.INFO)
levels()
logging.basicConfig(level=logging.WARNING)
logging.basicConfig(level=logging.WARNING, format="%(message)s")
logging.basicConfig(level=logging.WARNING, format="%(message)s", datefmt="%H")
logger.setLevel(logging.WARNING)
levels()
logging.basicConfig(level=logging.ERROR)
logging.basicConfig(level=logging.ERROR, format="%(message)s")
logging.basicConfig(level=logging.ERROR, format="%(message)s", datefmt="%H")
logger.setLevel(logging.ERROR)
levels()
print(failing("7"), failing("x"))
