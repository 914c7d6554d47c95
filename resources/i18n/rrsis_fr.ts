<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
  <context>
    <name>RRSIS</name>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <location filename="../../plugin/algorithms/export_samples.py" />
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>Imagery</source>
      <translation>Imagerie</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Replace the output whatever it holds</source>
      <translation>Remplacer la sortie quel que soit son contenu</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Fetching the imagery</source>
      <translation>Récupération de l’imagerie</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Downloading the weights</source>
      <translation>Téléchargement des poids</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Reading the weights</source>
      <translation>Lecture des poids</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Starting the model's process</source>
      <translation>Démarrage du processus du modèle</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Starting</source>
      <translation>Démarrage</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Loading the model</source>
      <translation>Chargement du modèle</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Opening the raster</source>
      <translation>Ouverture du raster</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Searching</source>
      <translation>Recherche</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Reading the samples</source>
      <translation>Lecture des échantillons</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Learning</source>
      <translation>Apprentissage</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Measuring</source>
      <translation>Mesure</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Making polygons</source>
      <translation>Création des polygones</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Writing the results</source>
      <translation>Écriture des résultats</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Writing to the project's file</source>
      <translation>Écriture dans le fichier du projet</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Step {done} of {total}</source>
      <translation>Étape {done} sur {total}</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Image {done} of {total}</source>
      <translation>Image {done} sur {total}</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Tile {done} of {total}</source>
      <translation>Tuile {done} sur {total}</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <source>Model</source>
      <translation>Modèle</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>The extent "{extent}" is empty or has no place in the layer's coordinate system. Choose another, or leave it empty for the whole layer.</source>
      <translation>L’emprise « {extent} » est vide ou n’a pas sa place dans le système de coordonnées de la couche. Choisissez-en une autre, ou laissez le champ vide pour toute la couche.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>{hours} h {minutes} min</source>
      <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Cancelled.</source>
      <translation>Annulé.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>Model by name, instead</source>
      <translation>Modèle par son nom, à la place</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <location filename="../../plugin/setup.py" />
      <source>{done} of {total}</source>
      <translation>{done} sur {total}</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>{n} s</source>
      <translation>{n} s</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>{n} min</source>
      <translation>{n} min</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>{rate:.1f} tiles/s</source>
      <translation>{rate:.1f} tuiles/s</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>{time} left</source>
      <translation>encore {time}</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/base.py" />
      <source>What was finished lies in {file}.</source>
      <translation>Ce qui est terminé se trouve dans {file}.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Evaluate against a layer</source>
      <translation>Évaluer par rapport à une couche</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <location filename="../../plugin/algorithms/export_samples.py" />
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Quality</source>
      <translation>Qualité</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Compares found polygons with known ones: precision, recall and overlap.</source>
      <translation>Compare les polygones trouvés à des polygones connus : précision, rappel et recouvrement.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>&lt;p&gt;Compares &lt;strong&gt;found&lt;/strong&gt; polygons with &lt;strong&gt;known&lt;/strong&gt; ones, such as buildings that somebody digitised.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;&lt;strong&gt;Precision&lt;/strong&gt;: the share of found objects that are known.&lt;/li&gt;&lt;li&gt;&lt;strong&gt;Recall&lt;/strong&gt;: the share of known objects that were found.&lt;/li&gt;&lt;li&gt;&lt;strong&gt;F1&lt;/strong&gt;: their harmonic mean.&lt;/li&gt;&lt;li&gt;&lt;strong&gt;IoU of the area&lt;/strong&gt;: the area that both cover over the area that either covers, whatever the objects.&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;An object counts as found where its overlap (intersection over union) with a known one is at least the &lt;strong&gt;smallest overlap&lt;/strong&gt;; each counts once. Give an &lt;strong&gt;extent&lt;/strong&gt; where the known polygons are complete in a part of the area alone. The layer that comes out says of each object whether it is right, wrong or missed.&lt;/p&gt;&lt;p&gt;Example: &lt;code&gt;qgis_process run rrsis:evaluate -- FOUND=found.gpkg KNOWN=buildings.gpkg OUTPUT=verdicts.gpkg&lt;/code&gt;&lt;/p&gt;</source>
      <translation>&lt;p&gt;Compare des polygones &lt;strong&gt;trouvés&lt;/strong&gt; à des polygones &lt;strong&gt;connus&lt;/strong&gt;, par exemple des bâtiments que quelqu’un a numérisés.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;&lt;strong&gt;Précision&lt;/strong&gt; : la part des objets trouvés qui sont connus.&lt;/li&gt;&lt;li&gt;&lt;strong&gt;Rappel&lt;/strong&gt; : la part des objets connus qui ont été trouvés.&lt;/li&gt;&lt;li&gt;&lt;strong&gt;F1&lt;/strong&gt; : leur moyenne harmonique.&lt;/li&gt;&lt;li&gt;&lt;strong&gt;IoU des surfaces&lt;/strong&gt; : la surface couverte par les deux, divisée par celle que couvre l’un ou l’autre, quels que soient les objets.&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;Un objet compte comme trouvé si son recouvrement (intersection sur union) avec un objet connu atteint au moins le &lt;strong&gt;recouvrement minimal&lt;/strong&gt; ; chacun compte une fois. Donnez une &lt;strong&gt;emprise&lt;/strong&gt; lorsque les polygones connus ne sont complets que dans une partie de la zone. La couche produite dit de chaque objet s’il est juste, faux ou manqué.&lt;/p&gt;&lt;p&gt;Exemple : &lt;code&gt;qgis_process run rrsis:evaluate -- FOUND=found.gpkg KNOWN=buildings.gpkg OUTPUT=verdicts.gpkg&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Found polygons</source>
      <translation>Polygones trouvés</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Known polygons</source>
      <translation>Polygones connus</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>Extent</source>
      <translation>Emprise</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Smallest overlap (IoU)</source>
      <translation>Recouvrement minimal (IoU)</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Right, wrong and missed objects</source>
      <translation>Objets justes, faux et manqués</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Precision</source>
      <translation>Précision</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Recall</source>
      <translation>Rappel</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>IoU of the area</source>
      <translation>IoU des surfaces</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Number of found objects</source>
      <translation>Nombre d’objets trouvés</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Number of known objects</source>
      <translation>Nombre d’objets connus</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>Number of objects that are right</source>
      <translation>Nombre d’objets justes</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>"{layer}" is no layer of polygons. Choose another one.</source>
      <translation>« {layer} » n’est pas une couche de polygones. Choisissez-en une autre.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <source>A layer of polygons cannot be read. Choose another one.</source>
      <translation>Une couche de polygones ne peut pas être lue. Choisissez-en une autre.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/evaluate.py" />
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>The folder {folder} does not exist: make it, or choose another.</source>
      <translation>Le dossier {folder} n’existe pas : créez-le ou choisissez-en un autre.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Export training samples</source>
      <translation>Exporter des échantillons d’entraînement</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Writes pictures, polygons and phrases in the layout from which models are trained and measured.</source>
      <translation>Écrit images, polygones et phrases dans la disposition avec laquelle les modèles sont entraînés et mesurés.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>&lt;p&gt;Cuts the imagery into square tiles, in its own bands and values, and writes beside them which phrase means which polygons (&lt;code&gt;phrases.jsonl&lt;/code&gt;). The folder is what &lt;code&gt;rrsis evaluate --data FOLDER&lt;/code&gt; and the training scripts take.&lt;/p&gt;&lt;p&gt;The phrase is that of a &lt;strong&gt;field&lt;/strong&gt;, or the same for all polygons. All things that a phrase means should be digitised in the area, since what is not counts as something else. With &lt;strong&gt;tiles without objects&lt;/strong&gt; the phrase is also noted as absent where nothing lies.&lt;/p&gt;&lt;p&gt;Neighbouring tiles belong to one place, and a place is never parted between training and validation.&lt;/p&gt;&lt;p&gt;Example:&lt;br&gt;&lt;code&gt;qgis_process run rrsis:exportsamples -- INPUT=ortho.tif POLYGONS=cars.gpkg PHRASE="cars" OUTPUT=samples&lt;/code&gt;&lt;/p&gt;</source>
      <translation>&lt;p&gt;Découpe l’imagerie en tuiles carrées, avec ses propres bandes et valeurs, et écrit à côté quelle phrase désigne quels polygones (&lt;code&gt;phrases.jsonl&lt;/code&gt;). Ce dossier est celui que prennent &lt;code&gt;rrsis evaluate --data FOLDER&lt;/code&gt; et les scripts d’entraînement.&lt;/p&gt;&lt;p&gt;La phrase est celle d’un &lt;strong&gt;champ&lt;/strong&gt;, ou la même pour tous les polygones. Tout ce qu’une phrase désigne devrait être numérisé dans la zone, car ce qui ne l’est pas compte comme autre chose. Avec &lt;strong&gt;tuiles sans objets&lt;/strong&gt;, la phrase est aussi notée absente là où il n’y a rien.&lt;/p&gt;&lt;p&gt;Les tuiles voisines appartiennent à un même lieu, et un lieu n’est jamais partagé entre entraînement et validation.&lt;/p&gt;&lt;p&gt;Exemple :&lt;br&gt;&lt;code&gt;qgis_process run rrsis:exportsamples -- INPUT=ortho.tif POLYGONS=cars.gpkg PHRASE="cars" OUTPUT=samples&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message numerus="yes">
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>%n phrases</source>
      <translation>
        <numerusform>%n phrase</numerusform>
        <numerusform>%n phrases</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>%n tiles</source>
      <translation>
        <numerusform>%n tuile</numerusform>
        <numerusform>%n tuiles</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>The polygons have no field "{field}". They have: {fields}.</source>
      <translation>Les polygones n’ont pas de champ « {field} ». Ils ont : {fields}.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>"{folder}" holds samples already. Choose another folder, or tick “Replace the output whatever it holds”.</source>
      <translation>« {folder} » contient déjà des échantillons. Choisissez un autre dossier, ou cochez « Remplacer la sortie quel que soit son contenu ».</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Polygons</source>
      <translation>Polygones</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Field with the phrase</source>
      <translation>Champ contenant la phrase</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Phrase, where there is no field</source>
      <translation>Phrase, s’il n’y a pas de champ</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Side of a tile (pixels)</source>
      <translation>Côté d’une tuile (pixels)</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Share kept for validation</source>
      <translation>Part réservée à la validation</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Tiles without objects too</source>
      <translation>Aussi les tuiles sans objets</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Folder for the samples</source>
      <translation>Dossier des échantillons</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Number of tiles</source>
      <translation>Nombre de tuiles</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Number of phrases in tiles</source>
      <translation>Nombre de phrases dans les tuiles</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Give a field with the phrase, or a phrase for all polygons.</source>
      <translation>Donnez un champ contenant la phrase, ou une phrase pour tous les polygones.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>The imagery or the polygons cannot be read. Choose other layers.</source>
      <translation>L’imagerie ou les polygones ne peuvent pas être lus. Choisissez d’autres couches.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>Samples are cut from files. Export the layer as a GeoTIFF and use that.</source>
      <translation>Les échantillons sont découpés dans des fichiers. Exportez la couche en GeoTIFF et utilisez-le.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>The imagery is smaller than one tile. Choose a smaller side.</source>
      <translation>L’imagerie est plus petite qu’une tuile. Choisissez un côté plus petit.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <location filename="../../plugin/messages.py" />
      <source>Cancelled; what was finished has been kept.</source>
      <translation>Annulé ; ce qui était terminé a été conservé.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>There is no polygon with a phrase. Check the layer and the field.</source>
      <translation>Aucun polygone n’a de phrase. Vérifiez la couche et le champ.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>{phrases} in {tiles}</source>
      <translation>{phrases} dans {tiles}</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>No place fell to validation, which fine-tuning and measuring need. Choose smaller tiles or a larger area.</source>
      <translation>Aucun lieu n’est réservé à la validation, dont l’affinage et l’évaluation ont besoin. Choisissez des tuiles plus petites ou une zone plus grande.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/export_samples.py" />
      <source>The samples cannot be written to "{folder}": {reason}</source>
      <translation>Les échantillons ne peuvent pas être écrits dans « {folder} » : {reason}</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <location filename="../../plugin/model_panel.py" />
      <source>Fetch a model</source>
      <translation>Récupérer un modèle</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <location filename="../../plugin/algorithms/status.py" />
      <source>Set-up</source>
      <translation>Installation</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <source>Brings the weights of a model to this machine.</source>
      <translation>Apporte les poids d’un modèle sur cette machine.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <source>&lt;p&gt;Downloads the weights of a model, says their licence first, and checks them against their published SHA-256. A download that breaks off goes on the next time. Weights that are here are left alone, unless &lt;strong&gt;Fetch again&lt;/strong&gt; is set.&lt;/p&gt;&lt;p&gt;Give a &lt;strong&gt;checkpoint file&lt;/strong&gt; (.pth, .pt, .bin or .safetensors) to use weights of your own instead; for models without public weights that is the only way.&lt;/p&gt;&lt;p&gt;Where the catalogue knows no &lt;strong&gt;SHA-256&lt;/strong&gt;, name it: from a source that you trust, one a file as &lt;code&gt;OWNER/NAME/FILE=HEX&lt;/code&gt; where there are several.&lt;/p&gt;&lt;p&gt;Example: &lt;code&gt;qgis_process run rrsis:fetchmodel -- MODEL=1 FILE=lgce.pth&lt;/code&gt;&lt;/p&gt;</source>
      <translation>&lt;p&gt;Télécharge les poids d’un modèle, indique d’abord leur licence et les vérifie avec leur SHA-256 publié. Un téléchargement interrompu reprend la fois suivante. Les poids déjà présents sont laissés tels quels, sauf si &lt;strong&gt;Récupérer à nouveau&lt;/strong&gt; est coché.&lt;/p&gt;&lt;p&gt;Donnez un &lt;strong&gt;fichier de checkpoint&lt;/strong&gt; (.pth, .pt, .bin ou .safetensors) pour utiliser vos propres poids ; pour les modèles sans poids publics, c’est le seul moyen.&lt;/p&gt;&lt;p&gt;Si le catalogue ne connaît pas de &lt;strong&gt;SHA-256&lt;/strong&gt;, indiquez-le : d’une source à laquelle vous faites confiance ; s’il y a plusieurs fichiers, un par fichier sous la forme &lt;code&gt;OWNER/NAME/FILE=HEX&lt;/code&gt;.&lt;/p&gt;&lt;p&gt;Exemple : &lt;code&gt;qgis_process run rrsis:fetchmodel -- MODEL=1 FILE=lgce.pth&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <source>Checkpoint file of your own</source>
      <translation>Votre propre fichier de checkpoint</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <source>Fetch again</source>
      <translation>Récupérer à nouveau</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <source>SHA-256, where the catalogue knows none</source>
      <translation>SHA-256, si le catalogue n’en connaît pas</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Name of the model</source>
      <translation>Nom du modèle</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Where the weights are</source>
      <translation>Emplacement des poids</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <location filename="../../plugin/model_task.py" />
      <source>The download was stopped. What has come is kept for the next time.</source>
      <translation>Le téléchargement a été arrêté. Ce qui est arrivé est conservé pour la prochaine fois.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <location filename="../../plugin/algorithms/finetune.py" />
      <location filename="../../plugin/runner.py" />
      <source>{model} is ready.</source>
      <translation>{model} est prêt.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/fetch_model.py" />
      <source>{model} is here: {facts}</source>
      <translation>{model} est présent : {facts}</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Fine-tune a model</source>
      <translation>Affiner un modèle</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Teaches the bundled model your own samples.</source>
      <translation>Apprend vos propres échantillons au modèle fourni.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>&lt;p&gt;The bundled model learns from a folder that “Export training samples” wrote: 20 to 200 samples are a good beginning, and take minutes. The model that comes out has a name of its own and stands in every list of models from then on.&lt;/p&gt;&lt;p&gt;It is measured before and after on the samples kept for validation; without such samples, or with too few, it is refused. While it learns your phrases it is also asked for what it knew, so that it does not forget that.&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Learn to see, too&lt;/strong&gt; lets the image side learn as well: slower, for things that look like nothing that the model knows.&lt;/p&gt;&lt;p&gt;A run that is cancelled keeps its steps; start it again with &lt;strong&gt;Go on&lt;/strong&gt;.&lt;/p&gt;&lt;p&gt;Example: &lt;code&gt;qgis_process run rrsis:finetune -- DATA=samples NAME=helipads&lt;/code&gt;&lt;/p&gt;</source>
      <translation>&lt;p&gt;Le modèle fourni apprend d’un dossier écrit par « Exporter des échantillons d’entraînement » : 20 à 200 échantillons sont un bon début et prennent quelques minutes. Le modèle obtenu a son propre nom et figure dès lors dans toutes les listes de modèles.&lt;/p&gt;&lt;p&gt;Il est mesuré avant et après sur les échantillons gardés pour la validation ; sans eux, ou s’il y en a trop peu, c’est refusé. Pendant qu’il apprend vos phrases, il est aussi interrogé sur ce qu’il savait, pour ne pas l’oublier.&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Apprendre aussi à voir&lt;/strong&gt; fait apprendre aussi le côté image : plus lent, pour des choses qui ne ressemblent à rien de connu.&lt;/p&gt;&lt;p&gt;Une exécution annulée garde ses étapes ; relancez-la avec &lt;strong&gt;Poursuivre&lt;/strong&gt;.&lt;/p&gt;&lt;p&gt;Exemple : &lt;code&gt;qgis_process run rrsis:finetune -- DATA=samples NAME=helipads&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Folder of the samples</source>
      <translation>Dossier des échantillons</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Name of the new model</source>
      <translation>Nom du nouveau modèle</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Model that learns</source>
      <translation>Modèle qui apprend</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Steps (empty: by the samples)</source>
      <translation>Étapes (vide : selon les échantillons)</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Learn to see, too</source>
      <translation>Apprendre aussi à voir</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Go on with a run that was cancelled</source>
      <translation>Poursuivre une exécution annulée</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Replace a model of that name</source>
      <translation>Remplacer un modèle de ce nom</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Whether it was finished</source>
      <translation>Si elle est terminée</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>mIoU before</source>
      <translation>mIoU avant</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>mIoU after</source>
      <translation>mIoU après</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/finetune.py" />
      <source>Stopped at step {done} of {total}. Start it again with “Go on” to finish it.</source>
      <translation>Arrêté à l’étape {done} sur {total}. Relancez avec « Poursuivre » pour terminer.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>Segment by phrase</source>
      <translation>Segmenter par phrase</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>Finds the objects that a phrase describes, as polygons.</source>
      <translation>Trouve les objets qu’une phrase décrit, sous forme de polygones.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>&lt;p&gt;Describe what to find, in English, one phrase a line; each becomes a layer of its own.&lt;/p&gt;&lt;p&gt;Examples:&lt;/p&gt;&lt;ul&gt;&lt;li&gt;white cars&lt;/li&gt;&lt;li&gt;buildings with a tin roof&lt;/li&gt;&lt;li&gt;trees along the road&lt;/li&gt;&lt;li&gt;the largest building on the left&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;The bundled model runs on any laptop, offline. The other models need their weights.&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Threshold&lt;/strong&gt;: lower finds more, higher is surer. Keep the &lt;strong&gt;probability raster&lt;/strong&gt; to change the threshold later without running the model again (“Re-threshold”).&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Extent&lt;/strong&gt; and &lt;strong&gt;mask&lt;/strong&gt; (selected polygons) bound the search. &lt;strong&gt;Bands&lt;/strong&gt; are the numbers shown to the model as red, green and blue, such as 4,3,2. &lt;strong&gt;Stretch&lt;/strong&gt; is the pair of percentiles shown as black and white, such as 2,98, or values of the file, such as =0,1800; 8-bit imagery needs none.&lt;/p&gt;&lt;p&gt;An output file that is there is replaced where it is an untouched result of an earlier search, as when the same search runs again. Tick &lt;strong&gt;Replace the output whatever it holds&lt;/strong&gt; for any other file.&lt;/p&gt;&lt;p&gt;The model’s environment is set up once with the button “Set up” in the RRSIS panel (View › Panels › RRSIS), or with &lt;code&gt;make setup&lt;/code&gt; in a checkout.&lt;/p&gt;&lt;p&gt;On the command line:&lt;br&gt;&lt;code&gt;qgis_process run rrsis:segmentbyphrase -- INPUT=ortho.tif PHRASES="white cars" OUTPUT=cars.gpkg&lt;/code&gt;&lt;/p&gt;</source>
      <translation>&lt;p&gt;Décrivez en anglais ce qu’il faut trouver, une phrase par ligne ; chacune devient une couche.&lt;/p&gt;&lt;p&gt;Exemples :&lt;/p&gt;&lt;ul&gt;&lt;li&gt;white cars&lt;/li&gt;&lt;li&gt;buildings with a tin roof&lt;/li&gt;&lt;li&gt;trees along the road&lt;/li&gt;&lt;li&gt;the largest building on the left&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;Le modèle fourni fonctionne hors ligne sur tout ordinateur portable. Les autres modèles ont besoin de leurs poids.&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Seuil&lt;/strong&gt; : plus bas trouve davantage, plus haut est plus sûr. Gardez le &lt;strong&gt;raster de probabilité&lt;/strong&gt; pour changer le seuil plus tard sans relancer le modèle (« Nouveau seuil »).&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Emprise&lt;/strong&gt; et &lt;strong&gt;masque&lt;/strong&gt; (polygones sélectionnés) délimitent la recherche. Les &lt;strong&gt;bandes&lt;/strong&gt; sont les numéros montrés au modèle comme rouge, vert et bleu, par exemple 4,3,2. L’&lt;strong&gt;étirement&lt;/strong&gt; est la paire de percentiles montrés comme noir et blanc, par exemple 2,98, ou des valeurs du fichier, comme =0,1800 ; une imagerie à 8 bits n’en a pas besoin.&lt;/p&gt;&lt;p&gt;Un fichier de sortie existant est remplacé s’il est le résultat intact d’une recherche précédente, par exemple quand la même recherche est relancée. Pour tout autre fichier, cochez &lt;strong&gt;Remplacer la sortie quel que soit son contenu&lt;/strong&gt;.&lt;/p&gt;&lt;p&gt;L’environnement du modèle s’installe une seule fois avec le bouton « Installer » du panneau RRSIS (Vue › Panneaux › RRSIS), ou avec &lt;code&gt;make setup&lt;/code&gt; dans une copie du dépôt.&lt;/p&gt;&lt;p&gt;En ligne de commande :&lt;br&gt;&lt;code&gt;qgis_process run rrsis:segmentbyphrase -- INPUT=ortho.tif PHRASES="white cars" OUTPUT=cars.gpkg&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>find,object,text,language,detect,building,car,tree,deep learning,ai</source>
      <translation>chercher,objet,texte,langage,détecter,bâtiment,voiture,arbre,apprentissage profond,ia</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/segment_many.py" />
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Phrases, one a line</source>
      <translation>Phrases, une par ligne</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/segment_many.py" />
      <location filename="../../plugin/algorithms/threshold.py" />
      <location filename="../../plugin/review.py" />
      <source>Threshold</source>
      <translation>Seuil</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>Mask polygons</source>
      <translation>Polygones de masque</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/segment_many.py" />
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Smallest area (m²)</source>
      <translation>Surface minimale (m²)</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>Bands for red, green, blue</source>
      <translation>Bandes pour rouge, vert, bleu</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>Stretch</source>
      <translation>Étirement</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>Pixel size seen by the model (m)</source>
      <translation>Taille de pixel vue par le modèle (m)</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/segment_many.py" />
      <location filename="../../plugin/options.py" />
      <source>Device</source>
      <translation>Périphérique</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/options.py" />
      <source>Most tiles fetched of an online layer</source>
      <translation>Nombre maximal de tuiles récupérées d’une couche en ligne</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Found objects, one layer a phrase</source>
      <translation>Objets trouvés, une couche par phrase</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>GeoPackage (*.gpkg)</source>
      <translation>GeoPackage (*.gpkg)</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>Found objects of all phrases in one layer</source>
      <translation>Objets trouvés de toutes les phrases dans une couche</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Probability raster</source>
      <translation>Raster de probabilité</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Layers, one a phrase</source>
      <translation>Couches, une par phrase</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/segment_many.py" />
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Number of objects</source>
      <translation>Nombre d’objets</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>Area of all objects (m²)</source>
      <translation>Surface de tous les objets (m²)</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>Time (s)</source>
      <translation>Temps (s)</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <source>{name} is "{value}"; give {count} numbers with commas between them.</source>
      <translation>{name} vaut « {value} » ; donnez {count} nombres séparés par des virgules.</translation>
    </message>
    <message numerus="yes">
      <location filename="../../plugin/algorithms/segment_by_phrase.py" />
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>%n objects</source>
      <translation>
        <numerusform>%n objet</numerusform>
        <numerusform>%n objets</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>Segment many rasters</source>
      <translation>Segmenter plusieurs rasters</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>Finds what phrases describe in many rasters or tiles, one file each.</source>
      <translation>Trouve ce que décrivent des phrases dans de nombreux rasters ou tuiles, un fichier pour chacun.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>&lt;p&gt;Searches each raster for the same phrases and writes a GeoPackage a raster into a folder, named after the raster. The model is loaded once. A raster that cannot be read is named and the rest goes on; the algorithm fails only where all of them do.&lt;/p&gt;&lt;p&gt;With &lt;strong&gt;Skip what is there&lt;/strong&gt; a run that was stopped goes on where it ended.&lt;/p&gt;&lt;p&gt;Example:&lt;br&gt;&lt;code&gt;qgis_process run rrsis:segmentmany -- INPUTS=a.tif INPUTS=b.tif PHRASES="white cars" OUTPUT=found&lt;/code&gt;&lt;/p&gt;</source>
      <translation>&lt;p&gt;Cherche les mêmes phrases dans chaque raster et écrit dans un dossier un GeoPackage par raster, qui en porte le nom. Le modèle n’est chargé qu’une fois. Un raster illisible est nommé et le reste continue ; l’algorithme n’échoue que si tous échouent.&lt;/p&gt;&lt;p&gt;Avec &lt;strong&gt;Ignorer ce qui est déjà là&lt;/strong&gt;, une exécution arrêtée reprend où elle s’était arrêtée.&lt;/p&gt;&lt;p&gt;Exemple :&lt;br&gt;&lt;code&gt;qgis_process run rrsis:segmentmany -- INPUTS=a.tif INPUTS=b.tif PHRASES="white cars" OUTPUT=found&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>Folder for the results</source>
      <translation>Dossier des résultats</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>Keep the probability rasters</source>
      <translation>Garder les rasters de probabilité</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>Skip what is there</source>
      <translation>Ignorer ce qui est déjà là</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>Layers, one a phrase and raster</source>
      <translation>Couches, une par phrase et par raster</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>Number of rasters searched</source>
      <translation>Nombre de rasters explorés</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>Number of rasters that could not be searched</source>
      <translation>Nombre de rasters qui n’ont pas pu être explorés</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>No raster layer was chosen.</source>
      <translation>Aucune couche raster n’a été choisie.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>{files} cannot be opened. Check that the file is there and opens in QGIS.</source>
      <translation>{files} ne peut pas être ouvert. Vérifiez que le fichier existe et s’ouvre dans QGIS.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>The folder "{folder}" cannot be made: {reason}</source>
      <translation>Le dossier « {folder} » ne peut pas être créé : {reason}</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/segment_many.py" />
      <source>{raster}: is there</source>
      <translation>{raster} : déjà là</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>Status</source>
      <translation>État</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>Can models run here, and what is missing?</source>
      <translation>Les modèles peuvent-ils s’exécuter ici, et que manque-t-il ?</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>&lt;p&gt;Looks for the model’s environment and says what is missing and where the button is that sets it up. With &lt;strong&gt;Try it out&lt;/strong&gt; it also starts the environment, and lists its packages and processors.&lt;/p&gt;&lt;p&gt;Example: &lt;code&gt;qgis_process run rrsis:status --json&lt;/code&gt;&lt;/p&gt;</source>
      <translation>&lt;p&gt;Cherche l’environnement du modèle et dit ce qui manque et où se trouve le bouton qui l’installe. Avec &lt;strong&gt;Essayer&lt;/strong&gt;, démarre aussi l’environnement et énumère ses paquets et ses processeurs.&lt;/p&gt;&lt;p&gt;Exemple : &lt;code&gt;qgis_process run rrsis:status --json&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>Try it out</source>
      <translation>Essayer</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>Models can run</source>
      <translation>Les modèles peuvent s’exécuter</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>What is missing</source>
      <translation>Ce qui manque</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>Interpreter</source>
      <translation>Interpréteur</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>Processors</source>
      <translation>Processeurs</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>Models</source>
      <translation>Modèles</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>Models whose weights are here</source>
      <translation>Modèles dont les poids sont là</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>Version</source>
      <translation>Version</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/status.py" />
      <source>Models can run here.</source>
      <translation>Les modèles peuvent s’exécuter ici.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Re-threshold</source>
      <translation>Nouveau seuil</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Makes polygons anew from a kept probability raster, without running the model.</source>
      <translation>Recrée les polygones à partir d’un raster de probabilité conservé, sans exécuter le modèle.</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>&lt;p&gt;Takes the probability raster that “Segment by phrase” kept, and makes polygons with another threshold, smallest area or outline. The model is not run again.&lt;/p&gt;&lt;p&gt;Lower thresholds find more, higher ones are surer. Leave &lt;strong&gt;Phrases&lt;/strong&gt; empty for all phrases of the raster, or name some of them, one a line.&lt;/p&gt;&lt;p&gt;Example:&lt;br&gt;&lt;code&gt;qgis_process run rrsis:rethreshold -- INPUT=p.tif THRESHOLD=0.3 OUTPUT=more.gpkg&lt;/code&gt;&lt;/p&gt;</source>
      <translation>&lt;p&gt;Prend le raster de probabilité conservé par « Segmenter par phrase » et crée des polygones avec un autre seuil, une autre surface minimale ou un autre contour. Le modèle n’est pas exécuté à nouveau.&lt;/p&gt;&lt;p&gt;Un seuil plus bas trouve davantage, un seuil plus haut est plus sûr. Laissez &lt;strong&gt;Phrases&lt;/strong&gt; vide pour toutes les phrases du raster, ou nommez-en quelques-unes, une par ligne.&lt;/p&gt;&lt;p&gt;Exemple :&lt;br&gt;&lt;code&gt;qgis_process run rrsis:rethreshold -- INPUT=p.tif THRESHOLD=0.3 OUTPUT=more.gpkg&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Outlines may move by (m)</source>
      <translation>Déplacement maximal des contours (m)</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Fill holes up to (m²)</source>
      <translation>Remplir les trous jusqu’à (m²)</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Right angles where they fit</source>
      <translation>Angles droits là où ils conviennent</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>Part objects that touch</source>
      <translation>Séparer les objets qui se touchent</translation>
    </message>
    <message>
      <location filename="../../plugin/algorithms/threshold.py" />
      <source>The probability raster must be a file that “Segment by phrase” wrote.</source>
      <translation>Le raster de probabilité doit être un fichier écrit par « Segmenter par phrase ».</translation>
    </message>
    <message>
      <location filename="../../plugin/append.py" />
      <source>Append found objects</source>
      <translation>Ajouter les objets trouvés</translation>
    </message>
    <message>
      <location filename="../../plugin/append.py" />
      <source>A layer was closed while objects were being appended.</source>
      <translation>Une couche a été fermée pendant l’ajout des objets.</translation>
    </message>
    <message>
      <location filename="../../plugin/append.py" />
      <source>The layer "{layer}" cannot be edited.</source>
      <translation>La couche « {layer} » ne peut pas être modifiée.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>RRSIS: find by phrase</source>
      <translation>RRSIS : chercher par phrase</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>The recipe is on the clipboard.</source>
      <translation>La recette est dans le presse-papiers.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>The controls are set as the recipe says.</source>
      <translation>Les réglages sont ceux de la recette.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>Find next</source>
      <translation>Chercher ensuite</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>Find</source>
      <translation>Chercher</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>A later version wrote it: what this one does not know was left aside.</source>
      <translation>Une version plus récente l’a écrite : ce que celle-ci ne connaît pas est laissé de côté.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>Bands</source>
      <translation>Bandes</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>Copy recipe</source>
      <translation>Copier la recette</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>Paste recipe</source>
      <translation>Coller une recette</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>Copy report for those who help</source>
      <translation>Copier un rapport pour ceux qui aident</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>Help</source>
      <translation>Aide</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>Settings …</source>
      <translation>Paramètres …</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.py" />
      <source>Its model “{model}” is not here: another stays chosen.</source>
      <translation>Son modèle « {model} » n’est pas là : un autre reste choisi.</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>Whole layer</source>
      <translation>Couche entière</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>Visible map</source>
      <translation>Carte visible</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>Drawn rectangle</source>
      <translation>Rectangle dessiné</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>Drawn polygon</source>
      <translation>Polygone dessiné</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>Selected features</source>
      <translation>Entités sélectionnées</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>Polygon layer as mask</source>
      <translation>Couche de polygones comme masque</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>Click the corners on the map; a right click or Enter closes the polygon.</source>
      <translation>Cliquez les sommets sur la carte ; un clic droit ou Entrée ferme le polygone.</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>Drag a rectangle on the map.</source>
      <translation>Tracez un rectangle sur la carte en glissant.</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>Nothing was drawn yet. Press “Draw” and draw on the map.</source>
      <translation>Rien n’a encore été dessiné. Appuyez sur « Dessiner » et dessinez sur la carte.</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>There is no polygon layer. Add one, or search the whole layer.</source>
      <translation>Il n’y a pas de couche de polygones. Ajoutez-en une, ou explorez la couche entière.</translation>
    </message>
    <message>
      <location filename="../../plugin/extent.py" />
      <source>Nothing is selected in the layer "{layer}". Select polygons, or choose another extent.</source>
      <translation>Rien n’est sélectionné dans la couche « {layer} ». Sélectionnez des polygones, ou choisissez une autre emprise.</translation>
    </message>
    <message>
      <location filename="../../plugin/gallery.py" />
      <source>Example picture</source>
      <translation>Image d’exemple</translation>
    </message>
    <message>
      <location filename="../../plugin/gallery.py" />
      <source>Examples of phrases</source>
      <translation>Exemples de phrases</translation>
    </message>
    <message>
      <location filename="../../plugin/gallery.py" />
      <source>Click a picture to search for what its yellow outline shows.</source>
      <translation>Cliquez sur une image pour chercher ce que montre son contour jaune.</translation>
    </message>
    <message>
      <location filename="../../plugin/gallery.py" />
      <source>Phrases that a model understands, with pictures of what they mean.</source>
      <translation>Des phrases qu’un modèle comprend, avec des images de ce qu’elles signifient.</translation>
    </message>
    <message>
      <location filename="../../plugin/gallery.py" />
      <source>Try it on the example picture</source>
      <translation>Essayer sur l’image d’exemple</translation>
    </message>
    <message>
      <location filename="../../plugin/gallery.py" />
      <source>Adds a small drawn picture to the project and searches in it at once.</source>
      <translation>Ajoute au projet une petite image dessinée et y cherche aussitôt.</translation>
    </message>
    <message>
      <location filename="../../plugin/gallery.py" />
      <source>Closes the examples.</source>
      <translation>Ferme les exemples.</translation>
    </message>
    <message>
      <location filename="../../plugin/groups.py" />
      <source>Found in {raster}</source>
      <translation>Trouvé dans {raster}</translation>
    </message>
    <message>
      <location filename="../../plugin/hints.py" />
      <source>Nothing was found for "{phrase}". Word it differently, zoom to a place that shows it, or use finer imagery.</source>
      <translation>Rien n’a été trouvé pour « {phrase} ». Formulez autrement, zoomez sur un lieu qui le montre, ou utilisez une imagerie plus fine.</translation>
    </message>
    <message>
      <location filename="../../plugin/hints.py" />
      <source>The models read English alone: write “{phrase}” in English.</source>
      <translation>Les modèles ne lisent que l’anglais : écrivez « {phrase} » en anglais.</translation>
    </message>
    <message>
      <location filename="../../plugin/hints.py" />
      <source>Pixels of {pixel:.2g} m are much coarser than the {known:g} m that this model knows: expect to find large things alone.</source>
      <translation>Des pixels de {pixel:.2g} m sont bien plus grossiers que les {known:g} m que ce modèle connaît : n’attendez que de grandes choses.</translation>
    </message>
    <message>
      <location filename="../../plugin/hints.py" />
      <source>Only things below the smallest area reached the threshold for "{phrase}". Lower one of the two in the review below, or word the phrase differently.</source>
      <translation>Seules des choses plus petites que la surface minimale ont atteint le seuil pour « {phrase} ». Baissez l’une des deux valeurs dans la révision ci-dessous, ou formulez la phrase autrement.</translation>
    </message>
    <message>
      <location filename="../../plugin/hints.py" />
      <source>Nothing reached the threshold for "{phrase}": the highest probability is {top:.0%}. Lower the threshold in the review below, or word the phrase differently.</source>
      <translation>Rien n’a atteint le seuil pour « {phrase} » : la plus haute probabilité est de {top:.0%}. Baissez le seuil dans la révision ci-dessous, ou formulez la phrase autrement.</translation>
    </message>
    <message>
      <location filename="../../plugin/hints.py" />
      <source>Pixels of {pixel:.2g} m are too coarse for “{phrase}”: use imagery of {needed:.1g} m or finer, or look for larger things.</source>
      <translation>Des pixels de {pixel:.2g} m sont trop grossiers pour « {phrase} » : utilisez une imagerie de {needed:.1g} m ou plus fine, ou cherchez des choses plus grandes.</translation>
    </message>
    <message>
      <location filename="../../plugin/histogram.py" />
      <source>How many pixels have which probability; the firm bars are found.</source>
      <translation>Combien de pixels ont quelle probabilité ; les barres pleines sont trouvées.</translation>
    </message>
    <message>
      <location filename="../../plugin/histogram.py" />
      <source>Look at the probabilities of {phrase}</source>
      <translation>Examiner les probabilités de {phrase}</translation>
    </message>
    <message>
      <location filename="../../plugin/job.py" />
      <location filename="../../plugin/review_task.py" />
      <location filename="../../plugin/task.py" />
      <source>Cancelled before anything was finished.</source>
      <translation>Annulé avant que quoi que ce soit soit terminé.</translation>
    </message>
    <message>
      <location filename="../../plugin/job.py" />
      <source>the polygons</source>
      <translation>les polygones</translation>
    </message>
    <message>
      <location filename="../../plugin/job.py" />
      <source>{phrases} in {raster}</source>
      <translation>{phrases} dans {raster}</translation>
    </message>
    <message>
      <location filename="../../plugin/job.py" />
      <source>The folder "{folder}" cannot be made ({reason}). Choose another place.</source>
      <translation>Le dossier « {folder} » ne peut pas être créé ({reason}). Choisissez un autre emplacement.</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>The area has no place in the layer's coordinate system. Choose another area.</source>
      <translation>La zone n’a pas de place dans le système de coordonnées de la couche. Choisissez une autre zone.</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>No raster layer was chosen. Add imagery to the project and choose it.</source>
      <translation>Aucune couche raster n’a été choisie. Ajoutez de l’imagerie au projet et choisissez-la.</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>Cancelled while the layer was being fetched.</source>
      <translation>Annulé pendant la récupération de la couche.</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>The mask holds no polygon. Select polygons, or search without a mask.</source>
      <translation>Le masque ne contient aucun polygone. Sélectionnez des polygones, ou cherchez sans masque.</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>Cancelled while the mask was being read.</source>
      <translation>Annulé pendant la lecture du masque.</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>The layer "{layer}" is broken. Repair its data source, or choose another layer.</source>
      <translation>La couche « {layer} » est défectueuse. Réparez sa source de données, ou choisissez une autre couche.</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>The layer "{layer}" ({kind}) cannot be rendered. Export it as a GeoTIFF and use that.</source>
      <translation>La couche « {layer} » ({kind}) ne peut pas être rendue. Exportez-la en GeoTIFF et utilisez-le.</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>The extent does not touch the layer "{layer}". Move the map there.</source>
      <translation>L’emprise ne touche pas la couche « {layer} ». Déplacez-y la carte.</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>The layer "{layer}" is fetched from a service: this area needs {tiles} tiles at {gsd:g} m a pixel, and at most {limit} are fetched. Choose a smaller area, coarser pixels, or a file.</source>
      <translation>La couche « {layer} » vient d’un service : cette zone demande {tiles} tuiles à {gsd:g} m par pixel, et {limit} au plus sont récupérées. Choisissez une zone plus petite, des pixels plus grossiers ou un fichier.</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>The layer "{layer}" cannot be rendered.</source>
      <translation>La couche « {layer} » ne peut pas être rendue.</translation>
    </message>
    <message>
      <location filename="../../plugin/layers.py" />
      <source>The layer "{layer}" could not be fetched ({reason}). Check the connection.</source>
      <translation>La couche « {layer} » n’a pas pu être récupérée ({reason}). Vérifiez la connexion.</translation>
    </message>
    <message>
      <location filename="../../plugin/live.py" />
      <source>{phrase} (searching …)</source>
      <translation>{phrase} (recherche …)</translation>
    </message>
    <message>
      <location filename="../../plugin/live.py" />
      <source>{phrase} (unfinished)</source>
      <translation>{phrase} (inachevé)</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <source>Look at the bands</source>
      <translation>Examiner les bandes</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <source>About what the model sees: the middle of the visible map in these bands and this stretch.</source>
      <translation>À peu près ce que le modèle voit : le milieu de la carte visible avec ces bandes et cet étirement.</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <source>Chooses the bands by name.</source>
      <translation>Choisit les bandes par leur nom.</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <source>Chooses percentiles or values.</source>
      <translation>Choisit des percentiles ou des valeurs.</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <location filename="../../plugin/wording.py" />
      <source>Automatic</source>
      <translation>Automatique</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <source>Values …</source>
      <translation>Valeurs …</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <source>no picture</source>
      <translation>pas d’image</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <location filename="../../plugin/stretch.py" />
      <source>Red</source>
      <translation>Rouge</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <location filename="../../plugin/stretch.py" />
      <source>Green</source>
      <translation>Vert</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <location filename="../../plugin/stretch.py" />
      <source>Blue</source>
      <translation>Bleu</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <source>Values as QGIS shows them</source>
      <translation>Valeurs telles que QGIS les montre</translation>
    </message>
    <message>
      <location filename="../../plugin/looks.py" />
      <source>As QGIS shows them ({bands})</source>
      <translation>Comme QGIS les montre ({bands})</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>Something went wrong. The message log has the details.</source>
      <translation>Quelque chose s’est mal passé. Le journal des messages donne les détails.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>A setting has a value that cannot be used. Correct it and run again.</source>
      <translation>Un paramètre a une valeur inutilisable. Corrigez-la et relancez.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>A phrase is empty or too long. Describe in a few words what to find, as in "white cars".</source>
      <translation>Une phrase est vide ou trop longue. Décrivez en quelques mots anglais ce qu’il faut trouver, comme "white cars".</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The extent is empty or not a rectangle. Draw it again, or search the whole layer.</source>
      <translation>L’emprise est vide ou n’est pas un rectangle. Dessinez-la à nouveau, ou explorez la couche entière.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The extent does not touch the raster. Move the map there, or search the whole layer.</source>
      <translation>L’emprise ne touche pas le raster. Déplacez-y la carte, ou explorez la couche entière.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The raster lacks one of the bands asked for. Choose bands that it has.</source>
      <translation>Il manque au raster une des bandes demandées. Choisissez des bandes qu’il possède.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>There is no such model. Choose one from the list.</source>
      <translation>Ce modèle n’existe pas. Choisissez-en un dans la liste.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The raster cannot be read. Check that the file is there and opens in QGIS.</source>
      <translation>Le raster ne peut pas être lu. Vérifiez que le fichier existe et s’ouvre dans QGIS.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>This kind of raster cannot be searched. Use imagery with one, three or more bands.</source>
      <translation>Ce type de raster ne peut pas être exploré. Utilisez une imagerie à une, trois bandes ou plus.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>There are no pixels with data here. Choose another area or another layer.</source>
      <translation>Il n’y a ici aucun pixel avec des données. Choisissez une autre zone ou une autre couche.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The mask holds no readable polygon. Select polygons, or search without a mask.</source>
      <translation>Le masque ne contient aucun polygone lisible. Sélectionnez des polygones, ou cherchez sans masque.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The results cannot be written there. Choose a folder that you may write to.</source>
      <translation>Les résultats ne peuvent pas être écrits à cet endroit. Choisissez un dossier où vous pouvez écrire.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The output file is in use. Remove its layers from the project, or choose another name.</source>
      <translation>Le fichier de sortie est utilisé. Retirez ses couches du projet, ou choisissez un autre nom.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>What lies there is no untouched result of a search and is not replaced. Choose another file, or tick “Replace the output whatever it holds”.</source>
      <translation>Ce qui s’y trouve n’est pas un résultat intact d’une recherche et n’est pas remplacé. Choisissez un autre fichier, ou cochez « Remplacer la sortie quel que soit son contenu ».</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The disk is full. Make room, or write the results to another disk.</source>
      <translation>Le disque est plein. Libérez de la place, ou écrivez les résultats sur un autre disque.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>This area needs too many tiles of an online layer. Choose a smaller area or a file.</source>
      <translation>Cette zone demande trop de tuiles d’une couche en ligne. Choisissez une zone plus petite ou un fichier.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>This layer cannot be read or rendered. Export it as a GeoTIFF and use that.</source>
      <translation>Cette couche ne peut être ni lue ni rendue. Exportez-la en GeoTIFF et utilisez-le.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>Cancelled before anything was finished. Nothing was written.</source>
      <translation>Annulé avant que quoi que ce soit soit terminé. Rien n’a été écrit.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The model's weights are not on this machine. Fetch them, or choose the bundled model.</source>
      <translation>Les poids du modèle ne sont pas sur cette machine. Récupérez-les, ou choisissez le modèle fourni.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The weight file is damaged or belongs to another model. Fetch it again.</source>
      <translation>Le fichier de poids est endommagé ou appartient à un autre modèle. Récupérez-le à nouveau.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The download failed. Check the connection and the proxy settings, then try again.</source>
      <translation>Le téléchargement a échoué. Vérifiez la connexion et le proxy, puis réessayez.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>That processor is not available here. Choose “Automatic” or “CPU” as device.</source>
      <translation>Ce processeur n’est pas disponible ici. Choisissez « Automatique » ou « CPU » comme périphérique.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>Memory ran out. Close other programs, choose a smaller area, or use the CPU.</source>
      <translation>La mémoire n’a pas suffi. Fermez d’autres programmes, choisissez une zone plus petite, ou utilisez le CPU.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The model's environment is not set up yet. Press “Set up” in the RRSIS panel.</source>
      <translation>L’environnement du modèle n’est pas encore installé. Appuyez sur « Installer » dans le panneau RRSIS.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The model's environment does not work. Set it up again in the RRSIS panel.</source>
      <translation>L’environnement du modèle ne fonctionne pas. Réinstallez-le dans le panneau RRSIS.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The model's process ended unexpectedly. Run again, or try a smaller area or the CPU.</source>
      <translation>Le processus du modèle s’est terminé de façon inattendue. Relancez, ou essayez une zone plus petite ou le CPU.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The model's process does not answer. Run again; the message log has the details.</source>
      <translation>Le processus du modèle ne répond pas. Relancez ; le journal des messages donne les détails.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The environment belongs to another version. Set it up again in the RRSIS panel.</source>
      <translation>L’environnement appartient à une autre version. Réinstallez-le dans le panneau RRSIS.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>This is a defect of the plugin. Please report it with the details from the message log.</source>
      <translation>C’est un défaut de l’extension. Merci de le signaler avec les détails du journal des messages.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The training data do not have the expected layout. Check the folder.</source>
      <translation>Les données d’entraînement n’ont pas la disposition attendue. Vérifiez le dossier.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The training configuration has an unknown or mistyped setting. Correct it.</source>
      <translation>La configuration d’entraînement contient un paramètre inconnu ou mal écrit. Corrigez-le.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The training cannot go on. Lower the learning rate, or check the data.</source>
      <translation>L’entraînement ne peut pas continuer. Baissez le taux d’apprentissage, ou vérifiez les données.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The data set could not be checked against its published description.</source>
      <translation>Le jeu de données n’a pas pu être comparé à sa description publiée.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>A sample could not be read and was left out.</source>
      <translation>Un échantillon n’a pas pu être lu et a été laissé de côté.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>Something is unusual; the message log has the details.</source>
      <translation>Quelque chose est inhabituel ; le journal des messages donne les détails.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The raster has no coordinate reference system: areas and lengths rest on an assumed pixel size.</source>
      <translation>Le raster n’a pas de système de coordonnées de référence : surfaces et longueurs reposent sur une taille de pixel supposée.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The raster has one band; the model sees it in shades of grey.</source>
      <translation>Le raster n’a qu’une bande ; le modèle le voit en nuances de gris.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The pixels are coarser than the model knows; small objects will be missed.</source>
      <translation>Les pixels sont plus grossiers que ceux que le modèle connaît ; les petits objets seront manqués.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>A phrase is longer than the model reads; its end was ignored.</source>
      <translation>Une phrase est plus longue que ce que lit le modèle ; sa fin a été ignorée.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The model knows no word of a phrase. Write it in English, in common words.</source>
      <translation>Le modèle ne connaît aucun mot d’une phrase. Écrivez-la en anglais, avec des mots courants.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>What the phrase measures from was not found; look for it alone, or name it otherwise.</source>
      <translation>Ce à partir de quoi la phrase mesure n’a pas été trouvé ; cherchez-le seul ou nommez-le autrement.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>Nothing was found. Lower the threshold, reword the phrase, or use finer imagery.</source>
      <translation>Rien n’a été trouvé. Baissez le seuil, reformulez la phrase, ou utilisez une imagerie plus fine.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>A part of the raster could not be read; there is no result there.</source>
      <translation>Une partie du raster n’a pas pu être lue ; il n’y a pas de résultat à cet endroit.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The file could no longer be replaced; the results were written beside it.</source>
      <translation>Le fichier ne pouvait plus être remplacé ; les résultats ont été écrits à côté.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The search that was cut off went on from the rows that it had finished.</source>
      <translation>La recherche interrompue a repris à partir des lignes qu’elle avait terminées.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>Beside the file lie finished rows of another search that was cut off.</source>
      <translation>À côté du fichier se trouvent des lignes terminées d’une autre recherche interrompue.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>Memory ran short; the work went on in smaller steps.</source>
      <translation>La mémoire a manqué ; le travail a continué par étapes plus petites.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>The graphics processor could not be used; the CPU was used instead.</source>
      <translation>Le processeur graphique n’a pas pu être utilisé ; le CPU l’a remplacé.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>Something about the raster was assumed; the message log has the details.</source>
      <translation>Quelque chose au sujet du raster a été supposé ; le journal des messages donne les détails.</translation>
    </message>
    <message>
      <location filename="../../plugin/messages.py" />
      <source>What was finished is kept in {file}: the same search goes on from there.</source>
      <translation>Ce qui était terminé est conservé dans {file} : la même recherche reprend à partir de là.</translation>
    </message>
    <message>
      <location filename="../../plugin/model_action.py" />
      <source>Open a copy in the model designer</source>
      <translation>Ouvrir une copie dans le modeleur graphique</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>ready</source>
      <translation>prêt</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>to fetch</source>
      <translation>à récupérer</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>missing: add weights of your own</source>
      <translation>absent : ajoutez vos propres poids</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>to fetch in the toolbox with its SHA-256, or to add</source>
      <translation>à récupérer dans la boîte à outils avec son SHA-256, ou à ajouter</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>no licence stated</source>
      <translation>aucune licence indiquée</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>looks at {low} m a pixel</source>
      <translation>regarde à {low} m par pixel</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>looks at {low} to {high} m a pixel</source>
      <translation>regarde de {low} à {high} m par pixel</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>of unknown size</source>
      <translation>de taille inconnue</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>{size:.1f} GB</source>
      <translation>{size:.1f} Go</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>not verified</source>
      <translation>non vérifiée</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Fetch the weights of {model}?

From: {repository}
Size: {size}
Licence: {licence}
Trained on: {data}

They are checked against their published SHA-256. A download that breaks off goes on the next time.</source>
      <translation>Récupérer les poids de {model} ?

Depuis : {repository}
Taille : {size}
Licence : {licence}
Entraîné sur : {data}

Ils sont vérifiés avec leur SHA-256 publié. Un téléchargement interrompu reprend la fois suivante.</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Fetch …</source>
      <translation>Récupérer …</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Downloads the weights of this model, after saying how large they are.</source>
      <translation>Télécharge les poids de ce modèle, après en avoir indiqué la taille.</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Add weights …</source>
      <translation>Ajouter des poids …</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Takes a checkpoint file of your own (.pth, .pt, .bin or .safetensors) for this model.</source>
      <translation>Prend votre propre fichier de checkpoint (.pth, .pt, .bin ou .safetensors) pour ce modèle.</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>How much of the weights has come.</source>
      <translation>Quelle part des poids est arrivée.</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Stop</source>
      <translation>Arrêter</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Stops the download; what has come is kept for the next time.</source>
      <translation>Arrête le téléchargement ; ce qui est arrivé est gardé pour la prochaine fois.</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Fetch</source>
      <translation>Récupérer</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Downloads the weights in the background.</source>
      <translation>Télécharge les poids en arrière-plan.</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Not now</source>
      <translation>Pas maintenant</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Fetches nothing.</source>
      <translation>Ne télécharge rien.</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Weights (*.pth *.pt *.bin *.safetensors)</source>
      <translation>Poids (*.pth *.pt *.bin *.safetensors)</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>{size:.0f} MB</source>
      <translation>{size:.0f} Mo</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>code: {licence}</source>
      <translation>code : {licence}</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>not stated</source>
      <translation>non indiqué</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>device: {device}</source>
      <translation>périphérique : {device}</translation>
    </message>
    <message>
      <location filename="../../plugin/model_panel.py" />
      <source>Weights for {model}</source>
      <translation>Poids pour {model}</translation>
    </message>
    <message>
      <location filename="../../plugin/model_task.py" />
      <source>Get the weights of {model}</source>
      <translation>Récupérer les poids de {model}</translation>
    </message>
    <message>
      <location filename="../../plugin/options.py" />
      <source>Interpreter for the models; leave it empty for the environment set up by the panel.</source>
      <translation>Interpréteur pour les modèles ; laissez vide pour l’environnement installé par le panneau.</translation>
    </message>
    <message>
      <location filename="../../plugin/options.py" />
      <source>Python of the models</source>
      <translation>Python des modèles</translation>
    </message>
    <message>
      <location filename="../../plugin/options.py" />
      <source>Where models run.</source>
      <translation>Où les modèles s’exécutent.</translation>
    </message>
    <message>
      <location filename="../../plugin/options.py" />
      <source>Larger areas of a layer that is no file are refused before anything is fetched.</source>
      <translation>Les zones plus grandes d’une couche qui n’est pas un fichier sont refusées avant toute récupération.</translation>
    </message>
    <message>
      <location filename="../../plugin/plugin.py" />
      <source>Find by phrase</source>
      <translation>Chercher par phrase</translation>
    </message>
    <message>
      <location filename="../../plugin/preview.py" />
      <source>The imagery is not in the visible map. Zoom to it, then a preview can be made.</source>
      <translation>L’imagerie n’est pas dans la carte visible. Zoomez sur elle pour obtenir un aperçu.</translation>
    </message>
    <message>
      <location filename="../../plugin/preview.py" />
      <source>Looking …</source>
      <translation>Examen …</translation>
    </message>
    <message>
      <location filename="../../plugin/preview.py" />
      <source>Preview {phrases}</source>
      <translation>Aperçu de {phrases}</translation>
    </message>
    <message>
      <location filename="../../plugin/preview.py" />
      <source>Preview: {found}</source>
      <translation>Aperçu : {found}</translation>
    </message>
    <message>
      <location filename="../../plugin/probabilities.py" />
      <source>Probability of {phrase}</source>
      <translation>Probabilité de {phrase}</translation>
    </message>
    <message>
      <location filename="../../plugin/project_file.py" />
      <source>it is no GeoPackage</source>
      <translation>ce n’est pas un GeoPackage</translation>
    </message>
    <message>
      <location filename="../../plugin/project_file.py" />
      <source>not all objects arrived there</source>
      <translation>tous les objets n’y sont pas arrivés</translation>
    </message>
    <message>
      <location filename="../../plugin/project_file.py" />
      <source>The results cannot be written to "{file}": {reason}</source>
      <translation>Les résultats ne peuvent pas être écrits dans « {file} » : {reason}</translation>
    </message>
    <message>
      <location filename="../../plugin/provider.py" />
      <source>RRSIS: find objects by phrase</source>
      <translation>RRSIS : chercher des objets par phrase</translation>
    </message>
    <message>
      <location filename="../../plugin/queue_panel.py" />
      <source>These searches begin one after the other.</source>
      <translation>Ces recherches commencent l’une après l’autre.</translation>
    </message>
    <message>
      <location filename="../../plugin/queue_panel.py" />
      <source>Waiting searches</source>
      <translation>Recherches en attente</translation>
    </message>
    <message>
      <location filename="../../plugin/queue_panel.py" />
      <source>Remove from the queue</source>
      <translation>Retirer de la file</translation>
    </message>
    <message>
      <location filename="../../plugin/queue_panel.py" />
      <source>Takes the chosen search out of the queue; the Delete key does so too.</source>
      <translation>Retire de la file la recherche choisie ; la touche Suppr aussi.</translation>
    </message>
    <message>
      <location filename="../../plugin/queue_panel.py" />
      <source>Waiting: {count}</source>
      <translation>En attente : {count}</translation>
    </message>
    <message>
      <location filename="../../plugin/recipe.py" />
      <source>The clipboard holds no recipe. Copy one from the panel or from a message first.</source>
      <translation>Le presse-papiers ne contient pas de recette. Copiez-en d’abord une depuis le panneau ou un message.</translation>
    </message>
    <message>
      <location filename="../../plugin/recipe.py" />
      <source>The recipe holds a value that cannot be read: {name} is {value}.</source>
      <translation>La recette contient une valeur illisible : {name} vaut {value}.</translation>
    </message>
    <message>
      <location filename="../../plugin/results.py" />
      <source>The results can be written neither to "{file}" nor to "{folder}". Make room there, then run again.</source>
      <translation>Les résultats ne peuvent être écrits ni dans « {file} » ni dans « {folder} ». Libérez-y de la place, puis relancez.</translation>
    </message>
    <message>
      <location filename="../../plugin/results.py" />
      <source>"{phrase}", found by {model} at {gsd:.2f} m a pixel (run {run}).</source>
      <translation>« {phrase} », trouvé par {model} à {gsd:.2f} m par pixel (exécution {run}).</translation>
    </message>
    <message>
      <location filename="../../plugin/results.py" />
      <source>"{file}" cannot be written: the results are kept in "{kept}".</source>
      <translation>« {file} » ne peut pas être écrit : les résultats sont conservés dans « {kept} ».</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Lower finds more, higher is surer. The model is not run again.</source>
      <translation>Plus bas trouve davantage, plus haut est plus sûr. Le modèle n’est pas exécuté à nouveau.</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Probability from which a pixel belongs to an object.</source>
      <translation>Probabilité à partir de laquelle un pixel appartient à un objet.</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Smaller polygons are dropped.</source>
      <translation>Les polygones plus petits sont écartés.</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Holes up to this size are filled.</source>
      <translation>Les trous jusqu’à cette taille sont remplis.</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Outlines may move by as much, and lose corners in return.</source>
      <translation>Les contours peuvent se déplacer d’autant, et perdent des sommets en retour.</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>automatic</source>
      <translation>automatique</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Right angles</source>
      <translation>Angles droits</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>For things that people made: outlines become rectangular where that fits.</source>
      <translation>Pour ce que les humains ont fait : les contours deviennent rectangulaires là où cela convient.</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Part touching objects</source>
      <translation>Séparer les objets contigus</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Objects that touch are parted along the valley between their peaks.</source>
      <translation>Les objets qui se touchent sont séparés le long de la vallée entre leurs pics.</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Smallest area</source>
      <translation>Surface minimale</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Fill holes up to</source>
      <translation>Remplir les trous jusqu’à</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Smooth outlines by</source>
      <translation>Lisser les contours de</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Accepted.</source>
      <translation>Accepté.</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <location filename="../../plugin/verdicts.py" />
      <source>Undo</source>
      <translation>Annuler</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Goes back to the settings before the last change.</source>
      <translation>Revient aux paramètres d’avant la dernière modification.</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Redo</source>
      <translation>Rétablir</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Goes forward again to the settings that were undone.</source>
      <translation>Revient aux paramètres qui avaient été annulés.</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Accept</source>
      <translation>Accepter</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Keeps the objects as they are and ends the review.</source>
      <translation>Garde les objets tels quels et termine la révision.</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Review again</source>
      <translation>Réviser à nouveau</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Shows the controls again.</source>
      <translation>Montre à nouveau les contrôles.</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Discard</source>
      <translation>Rejeter</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Takes the layer out of the project; for a moment that can be undone.</source>
      <translation>Retire la couche du projet ; pendant un moment, cela peut être annulé.</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Append to</source>
      <translation>Ajouter à</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Copies the objects into another polygon layer of the project.</source>
      <translation>Copie les objets dans une autre couche de polygones du projet.</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Probability</source>
      <translation>Certitude</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Shows below the objects how sure the model is at each place, or hides it again.</source>
      <translation>Montre sous les objets à quel point le modèle est sûr à chaque endroit, ou le masque de nouveau.</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>Review “{phrase}”</source>
      <translation>Réviser « {phrase} »</translation>
    </message>
    <message>
      <location filename="../../plugin/review.py" />
      <source>No other polygon layer can be edited</source>
      <translation>Aucune autre couche de polygones n’est modifiable</translation>
    </message>
    <message>
      <location filename="../../plugin/review_task.py" />
      <source>Review {phrases}</source>
      <translation>Réviser {phrases}</translation>
    </message>
    <message>
      <location filename="../../plugin/review_task.py" />
      <source>"{file}" is gone. Bring it back, or search again and take this layer out.</source>
      <translation>« {file} » a disparu. Remettez-le en place, ou relancez la recherche et retirez cette couche.</translation>
    </message>
    <message>
      <location filename="../../plugin/review_task.py" />
      <source>"{file}" cannot be changed: another program may have it open, or you may not write there. See to that, then try again.</source>
      <translation>« {file} » ne peut pas être modifié : un autre programme l'a peut-être ouvert, ou vous n'avez pas le droit d'écrire à cet endroit. Remédiez-y, puis réessayez.</translation>
    </message>
    <message>
      <location filename="../../plugin/review_task.py" />
      <source>"{file}" cannot be changed ({reason}). Close it in other programs, then try again.</source>
      <translation>« {file} » ne peut pas être modifié ({reason}). Fermez-le dans les autres programmes, puis réessayez.</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Stopping, and keeping what was found …</source>
      <translation>Arrêt en cours, ce qui a été trouvé est conservé …</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Starting …</source>
      <translation>Démarrage …</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Make a report for those who help</source>
      <translation>Créer un rapport pour ceux qui aident</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Looking at the environment …</source>
      <translation>Examen de l’environnement …</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>The report is on the clipboard.</source>
      <translation>Le rapport est dans le presse-papiers.</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <location filename="../../plugin/task.py" />
      <source>Add to this project</source>
      <translation>Ajouter à ce projet</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Shows the layers in the project that is open now.</source>
      <translation>Affiche les couches dans le projet ouvert maintenant.</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Makes polygons anew with this threshold; the model is not run again.</source>
      <translation>Recrée les polygones avec ce seuil ; le modèle n’est pas exécuté à nouveau.</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Waiting for other tasks of QGIS …</source>
      <translation>En attente d’autres tâches de QGIS …</translation>
    </message>
    <message numerus="yes">
      <location filename="../../plugin/runner.py" />
      <source>%n objects found before then stay in temporary layers; save them if you need them.</source>
      <translation>
        <numerusform>%n objet trouvé avant cela reste dans une couche temporaire ; enregistrez-le si vous en avez besoin.</numerusform>
        <numerusform>%n objets trouvés avant cela restent dans des couches temporaires ; enregistrez-les si vous en avez besoin.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Found {found}, for a project that was closed meanwhile. The layers are in "{file}".</source>
      <translation>Trouvé : {found}, pour un projet fermé entre-temps. Les couches sont dans « {file} ».</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Begins when what was found before is kept …</source>
      <translation>Commence dès que les résultats précédents sont conservés …</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>The layer is being edited. Save or discard the edits first.</source>
      <translation>La couche est en cours d’édition. Enregistrez ou abandonnez d’abord les modifications.</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>{found} in {time}</source>
      <translation>{found} en {time}</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>{found} → {file}</source>
      <translation>{found} → {file}</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Lower it to {threshold:.0%}</source>
      <translation>Le baisser à {threshold:.0%}</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <location filename="../../plugin/wording.py" />
      <source>{count} × {phrase}</source>
      <translation>{count} × {phrase}</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Found {found}.</source>
      <translation>Trouvé : {found}.</translation>
    </message>
    <message>
      <location filename="../../plugin/runner.py" />
      <source>Nothing was found for {phrases}. Choose a layer to see what a lower threshold brings.</source>
      <translation>Rien n’a été trouvé pour {phrases}. Choisissez une couche pour voir ce qu’apporte un seuil plus bas.</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>Preparing</source>
      <translation>Préparation</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>Looking for the installer</source>
      <translation>Recherche de l’installateur</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>Making the environment</source>
      <translation>Création de l’environnement</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>Downloading and installing packages</source>
      <translation>Téléchargement et installation des paquets</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>Trying the environment</source>
      <translation>Essai de l’environnement</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>Ready</source>
      <translation>Prêt</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>Setting up was cancelled. What was downloaded is kept for the next time.</source>
      <translation>L’installation a été annulée. Ce qui est téléchargé est gardé pour la prochaine fois.</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>There is not enough room on the disk. Free some, then set up again.</source>
      <translation>Il n’y a pas assez de place sur le disque. Libérez-en, puis relancez l’installation.</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>The proxy refuses the connection. Check its address and password (HTTPS_PROXY).</source>
      <translation>Le proxy refuse la connexion. Vérifiez son adresse et son mot de passe (HTTPS_PROXY).</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>The connection's certificate is not trusted. Name your organisation's own in SSL_CERT_FILE.</source>
      <translation>Le certificat de la connexion n’est pas reconnu. Indiquez celui de votre organisation dans SSL_CERT_FILE.</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>The package index cannot be reached. Check the network, then set up again: what was downloaded is kept.</source>
      <translation>L’index des paquets est injoignable. Vérifiez le réseau, puis relancez l’installation : ce qui est téléchargé est gardé.</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>No Python 3.11 or newer was found. Install one, then set up again.</source>
      <translation>Aucun Python 3.11 ou plus récent n’a été trouvé. Installez-en un, puis relancez l’installation.</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>A system library is missing. Install the Microsoft Visual C++ runtime (x64).</source>
      <translation>Une bibliothèque du système manque. Installez Microsoft Visual C++ Runtime (x64).</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>A file or folder is held or forbidden. Close other QGIS windows, then set up again.</source>
      <translation>Un fichier ou un dossier est occupé ou interdit. Fermez les autres fenêtres de QGIS, puis relancez l’installation.</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>PyTorch is made for 64-bit Linux and Windows, and for macOS 14 on Apple silicon.</source>
      <translation>PyTorch existe pour Linux et Windows en 64 bits, et pour macOS 14 sur processeurs Apple.</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>Another window is setting it up. Wait until it is done.</source>
      <translation>Une autre fenêtre fait l’installation. Attendez qu’elle soit terminée.</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>The environment is ready: describe what to find.</source>
      <translation>L’environnement est prêt : décrivez ce qu’il faut trouver.</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>The whole log: {file}</source>
      <translation>Le journal complet : {file}</translation>
    </message>
    <message>
      <location filename="../../plugin/setup.py" />
      <source>The models need an environment of their own (PyTorch and other packages), set up once.
Download and disk: about {size:.1f} GB
Folder: {folder}</source>
      <translation>Les modèles ont besoin d’un environnement à eux (PyTorch et d’autres paquets), installé une seule fois.
Téléchargement et disque : environ {size:.1f} Go
Dossier : {folder}</translation>
    </message>
    <message>
      <location filename="../../plugin/setup_task.py" />
      <source>Set up the environment of RRSIS</source>
      <translation>Installer l’environnement de RRSIS</translation>
    </message>
    <message>
      <location filename="../../plugin/stretch.py" />
      <source>Stretch by values</source>
      <translation>Étirement par valeurs</translation>
    </message>
    <message>
      <location filename="../../plugin/stretch.py" />
      <source>Black</source>
      <translation>Noir</translation>
    </message>
    <message>
      <location filename="../../plugin/stretch.py" />
      <source>White</source>
      <translation>Blanc</translation>
    </message>
    <message>
      <location filename="../../plugin/stretch.py" />
      <source>A value of the file; the picture in the panel shows what it does.</source>
      <translation>Une valeur du fichier ; l’image du panneau montre son effet.</translation>
    </message>
    <message>
      <location filename="../../plugin/stretch.py" />
      <source>The stretch "{text}" is neither two percentiles, such as 2,98, nor values, such as =0,1800.</source>
      <translation>L’étirement « {text} » n’est ni deux percentiles, comme 2,98, ni des valeurs, comme =0,1800.</translation>
    </message>
    <message>
      <location filename="../../plugin/stretch.py" />
      <source>Takes these values.</source>
      <translation>Prend ces valeurs.</translation>
    </message>
    <message>
      <location filename="../../plugin/stretch.py" />
      <source>Leaves the values as they were.</source>
      <translation>Laisse les valeurs comme elles étaient.</translation>
    </message>
    <message>
      <location filename="../../plugin/task.py" />
      <source>Find {phrases}</source>
      <translation>Chercher {phrases}</translation>
    </message>
    <message numerus="yes">
      <location filename="../../plugin/verdicts.py" />
      <source>%n objects were appended to “{layer}”. Choose that layer to save its edits, or to undo them with Ctrl+Z.</source>
      <translation>
        <numerusform>%n objet a été ajouté à « {layer} ». Choisissez cette couche pour enregistrer les modifications, ou les annuler avec Ctrl+Z.</numerusform>
        <numerusform>%n objets ont été ajoutés à « {layer} ». Choisissez cette couche pour enregistrer les modifications, ou les annuler avec Ctrl+Z.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../plugin/verdicts.py" />
      <source>Delete discarded objects</source>
      <translation>Supprimer les objets rejetés</translation>
    </message>
    <message>
      <location filename="../../plugin/verdicts.py" />
      <source>Brings the layer back.</source>
      <translation>Ramène la couche.</translation>
    </message>
    <message>
      <location filename="../../plugin/verdicts.py" />
      <source>“{layer}” was discarded.</source>
      <translation>« {layer} » a été rejeté.</translation>
    </message>
    <message>
      <location filename="../../plugin/verdicts.py" />
      <source>The discarded layer "{table}" is still in {file}: {reason}</source>
      <translation>La couche rejetée « {table} » est encore dans {file} : {reason}</translation>
    </message>
    <message numerus="yes">
      <location filename="../../plugin/wording.py" />
      <source>{found}, {count} for %n other phrases</source>
      <translation>
        <numerusform>{found}, {count} pour %n autre phrase</numerusform>
        <numerusform>{found}, {count} pour %n autres phrases</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../../plugin/wording.py" />
      <source>{phrases} and {count} more</source>
      <translation>{phrases} et {count} de plus</translation>
    </message>
    <message>
      <location filename="../../plugin/wording.py" />
      <source>{model} (bundled)</source>
      <translation>{model} (fourni)</translation>
    </message>
    <message>
      <source>&lt;p&gt;Describe what to find, in English, one phrase a line; each becomes a layer of its own.&lt;/p&gt;&lt;p&gt;Examples:&lt;/p&gt;&lt;ul&gt;&lt;li&gt;white cars&lt;/li&gt;&lt;li&gt;buildings with a tin roof&lt;/li&gt;&lt;li&gt;trees along the road&lt;/li&gt;&lt;li&gt;the largest building on the left&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;The bundled model runs on any laptop, offline. The other models need their weights.&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Threshold&lt;/strong&gt;: lower finds more, higher is surer. Keep the &lt;strong&gt;probability raster&lt;/strong&gt; to change the threshold later without running the model again (“Re-threshold”).&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Extent&lt;/strong&gt; and &lt;strong&gt;mask&lt;/strong&gt; (selected polygons) bound the search. &lt;strong&gt;Bands&lt;/strong&gt; are the numbers shown to the model as red, green and blue, such as 4,3,2. &lt;strong&gt;Stretch&lt;/strong&gt; is the pair of percentiles shown as black and white, such as 2,98; 8-bit imagery needs none.&lt;/p&gt;&lt;p&gt;The model’s environment is set up once with the button “Set up” in the RRSIS panel (View › Panels › RRSIS), or with &lt;code&gt;make setup&lt;/code&gt; in a checkout.&lt;/p&gt;&lt;p&gt;On the command line:&lt;br&gt;&lt;code&gt;qgis_process run rrsis:segmentbyphrase -- INPUT=ortho.tif PHRASES="white cars" OUTPUT=cars.gpkg&lt;/code&gt;&lt;/p&gt;</source>
      <translation type="vanished">&lt;p&gt;Décrivez en anglais ce qu’il faut trouver, une phrase par ligne ; chacune devient une couche.&lt;/p&gt;&lt;p&gt;Exemples :&lt;/p&gt;&lt;ul&gt;&lt;li&gt;white cars&lt;/li&gt;&lt;li&gt;buildings with a tin roof&lt;/li&gt;&lt;li&gt;trees along the road&lt;/li&gt;&lt;li&gt;the largest building on the left&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;Le modèle fourni fonctionne hors ligne sur tout ordinateur portable. Les autres modèles ont besoin de leurs poids.&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Seuil&lt;/strong&gt; : plus bas trouve davantage, plus haut est plus sûr. Gardez le &lt;strong&gt;raster de probabilité&lt;/strong&gt; pour changer le seuil plus tard sans relancer le modèle (« Nouveau seuil »).&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Emprise&lt;/strong&gt; et &lt;strong&gt;masque&lt;/strong&gt; (polygones sélectionnés) délimitent la recherche. Les &lt;strong&gt;bandes&lt;/strong&gt; sont les numéros montrés au modèle comme rouge, vert et bleu, par exemple 4,3,2. L’&lt;strong&gt;étirement&lt;/strong&gt; est la paire de percentiles montrés comme noir et blanc, par exemple 2,98 ; une imagerie à 8 bits n’en a pas besoin.&lt;/p&gt;&lt;p&gt;L’environnement du modèle s’installe une seule fois avec le bouton « Installer » du panneau RRSIS (Vue › Panneaux › RRSIS), ou avec &lt;code&gt;make setup&lt;/code&gt; dans une copie du dépôt.&lt;/p&gt;&lt;p&gt;En ligne de commande :&lt;br&gt;&lt;code&gt;qgis_process run rrsis:segmentbyphrase -- INPUT=ortho.tif PHRASES="white cars" OUTPUT=cars.gpkg&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
      <source>Stretch (percentiles)</source>
      <translation type="vanished">Étirement (percentiles)</translation>
    </message>
    <message>
      <source>Chooses the percentiles.</source>
      <translation type="vanished">Choisit les percentiles.</translation>
    </message>
    <message>
      <source>&lt;p&gt;Describe what to find, in English, one phrase a line; each becomes a layer of its own.&lt;/p&gt;&lt;p&gt;Examples:&lt;/p&gt;&lt;ul&gt;&lt;li&gt;white cars&lt;/li&gt;&lt;li&gt;buildings with a tin roof&lt;/li&gt;&lt;li&gt;trees along the road&lt;/li&gt;&lt;li&gt;the largest building on the left&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;The bundled model runs on any laptop, offline. The other models need their weights.&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Threshold&lt;/strong&gt;: lower finds more, higher is surer. Keep the &lt;strong&gt;probability raster&lt;/strong&gt; to change the threshold later without running the model again (“Re-threshold”).&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Extent&lt;/strong&gt; and &lt;strong&gt;mask&lt;/strong&gt; (selected polygons) bound the search. &lt;strong&gt;Bands&lt;/strong&gt; are the numbers shown to the model as red, green and blue, such as 4,3,2. &lt;strong&gt;Stretch&lt;/strong&gt; is the pair of percentiles shown as black and white, such as 2,98, or values of the file, such as =0,1800; 8-bit imagery needs none.&lt;/p&gt;&lt;p&gt;The model’s environment is set up once with the button “Set up” in the RRSIS panel (View › Panels › RRSIS), or with &lt;code&gt;make setup&lt;/code&gt; in a checkout.&lt;/p&gt;&lt;p&gt;On the command line:&lt;br&gt;&lt;code&gt;qgis_process run rrsis:segmentbyphrase -- INPUT=ortho.tif PHRASES="white cars" OUTPUT=cars.gpkg&lt;/code&gt;&lt;/p&gt;</source>
      <translation type="vanished">&lt;p&gt;Décrivez en anglais ce qu’il faut trouver, une phrase par ligne ; chacune devient une couche.&lt;/p&gt;&lt;p&gt;Exemples :&lt;/p&gt;&lt;ul&gt;&lt;li&gt;white cars&lt;/li&gt;&lt;li&gt;buildings with a tin roof&lt;/li&gt;&lt;li&gt;trees along the road&lt;/li&gt;&lt;li&gt;the largest building on the left&lt;/li&gt;&lt;/ul&gt;&lt;p&gt;Le modèle fourni fonctionne hors ligne sur tout ordinateur portable. Les autres modèles ont besoin de leurs poids.&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Seuil&lt;/strong&gt; : plus bas trouve davantage, plus haut est plus sûr. Gardez le &lt;strong&gt;raster de probabilité&lt;/strong&gt; pour changer le seuil plus tard sans relancer le modèle (« Nouveau seuil »).&lt;/p&gt;&lt;p&gt;&lt;strong&gt;Emprise&lt;/strong&gt; et &lt;strong&gt;masque&lt;/strong&gt; (polygones sélectionnés) délimitent la recherche. Les &lt;strong&gt;bandes&lt;/strong&gt; sont les numéros montrés au modèle comme rouge, vert et bleu, par exemple 4,3,2. L’&lt;strong&gt;étirement&lt;/strong&gt; est la paire de percentiles montrés comme noir et blanc, par exemple 2,98, ou des valeurs du fichier, comme =0,1800 ; une imagerie à 8 bits n’en a pas besoin.&lt;/p&gt;&lt;p&gt;L’environnement du modèle s’installe une seule fois avec le bouton « Installer » du panneau RRSIS (Vue › Panneaux › RRSIS), ou avec &lt;code&gt;make setup&lt;/code&gt; dans une copie du dépôt.&lt;/p&gt;&lt;p&gt;En ligne de commande :&lt;br&gt;&lt;code&gt;qgis_process run rrsis:segmentbyphrase -- INPUT=ortho.tif PHRASES="white cars" OUTPUT=cars.gpkg&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
      <source>What lies there is no untouched result of a search and is not replaced. Choose another file.</source>
      <translation type="vanished">Ce qui s’y trouve n’est pas un résultat intact d’une recherche et n’est pas remplacé. Choisissez un autre fichier.</translation>
    </message>
    <message>
      <source>{low:g} m a pixel</source>
      <translation type="vanished">{low:g} m par pixel</translation>
    </message>
    <message>
      <source>{low:g} to {high:g} m a pixel</source>
      <translation type="vanished">{low:g} à {high:g} m par pixel</translation>
    </message>
    <message>
      <source>{found} in {seconds:.0f} s</source>
      <translation type="vanished">{found} en {seconds:.0f} s</translation>
    </message>
    <message numerus="yes">
      <source>{found} and {count} × %n other phrases</source>
      <translation type="vanished">
        <numerusform>{found} et {count} × %n autre phrase</numerusform>
        <numerusform>{found} et {count} × %n autres phrases</numerusform>
      </translation>
    </message>
    <message>
      <source>The layer "{table}" cannot be changed.</source>
      <translation type="vanished">La couche « {table} » ne peut pas être modifiée.</translation>
    </message>
    <message>
      <source>The layer "{table}" cannot be changed: {reason}</source>
      <translation type="vanished">La couche « {table} » ne peut pas être modifiée : {reason}</translation>
    </message>
    <message>
      <source>looks at {low:g} m a pixel</source>
      <translation type="vanished">regarde à {low:g} m par pixel</translation>
    </message>
    <message>
      <source>looks at {low:g} to {high:g} m a pixel</source>
      <translation type="vanished">regarde de {low:g} à {high:g} m par pixel</translation>
    </message>
    <message>
      <source>The recipe holds a value that cannot be read.</source>
      <translation type="vanished">La recette contient une valeur illisible.</translation>
    </message>
    <message>
      <source>&lt;p&gt;Downloads the weights of a model, says their licence first, and checks them against their published SHA-256. A download that breaks off goes on the next time. Weights that are here are left alone, unless &lt;strong&gt;Fetch again&lt;/strong&gt; is set.&lt;/p&gt;&lt;p&gt;Give a &lt;strong&gt;checkpoint file&lt;/strong&gt; (.pth, .pt, .bin or .safetensors) to use weights of your own instead; for models without public weights that is the only way.&lt;/p&gt;&lt;p&gt;Example: &lt;code&gt;qgis_process run rrsis:fetchmodel -- MODEL=1 FILE=lgce.pth&lt;/code&gt;&lt;/p&gt;</source>
      <translation type="vanished">&lt;p&gt;Télécharge les poids d’un modèle, indique d’abord leur licence et les vérifie avec leur SHA-256 publié. Un téléchargement interrompu reprend la fois suivante. Les poids déjà présents sont laissés tels quels, sauf si &lt;strong&gt;Récupérer à nouveau&lt;/strong&gt; est coché.&lt;/p&gt;&lt;p&gt;Donnez un &lt;strong&gt;fichier de checkpoint&lt;/strong&gt; (.pth, .pt, .bin ou .safetensors) pour utiliser vos propres poids ; pour les modèles sans poids publics, c’est le seul moyen.&lt;/p&gt;&lt;p&gt;Exemple : &lt;code&gt;qgis_process run rrsis:fetchmodel -- MODEL=1 FILE=lgce.pth&lt;/code&gt;&lt;/p&gt;</translation>
    </message>
    <message>
      <source>to fetch on the command line, with its SHA-256, or to add</source>
      <translation type="vanished">à récupérer en ligne de commande, avec son SHA-256, ou à ajouter</translation>
    </message>
    <message>
      <source>The results in "{file}" cannot be read.</source>
      <translation type="vanished">Les résultats dans « {file} » ne peuvent pas être lus.</translation>
    </message>
    <message>
      <source>Stopping …</source>
      <translation type="vanished">Arrêt …</translation>
    </message>
    <message numerus="yes">
      <source>%n objects were appended to “{layer}”. Save its edits, or undo them with Ctrl+Z.</source>
      <translation type="vanished">
        <numerusform>%n objet a été ajouté à « {layer} ». Enregistrez les modifications, ou annulez-les avec Ctrl+Z.</numerusform>
        <numerusform>%n objets ont été ajoutés à « {layer} ». Enregistrez les modifications, ou annulez-les avec Ctrl+Z.</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>SegmentDock</name>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>RRSIS</source>
      <translation>RRSIS</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>How far the set-up is.</source>
      <translation>Avancement de l’installation.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Set up</source>
      <translation>Installer</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Downloads PyTorch and other packages into the folder named above. Needs the internet once.</source>
      <translation>Télécharge PyTorch et d’autres paquets dans le dossier indiqué ci-dessus. Internet est nécessaire une seule fois.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Cancel</source>
      <translation>Annuler</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Stops the set-up; what was downloaded is used the next time.</source>
      <translation>Arrête l’installation ; ce qui a été téléchargé servira la prochaine fois.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Imagery</source>
      <translation>Imagerie</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>The raster layer to search; it follows the active layer.</source>
      <translation>La couche raster à explorer ; elle suit la couche active.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Find</source>
      <translation>Chercher</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>one phrase a line, such as
white cars
buildings with a tin roof</source>
      <translation>une phrase par ligne, en anglais, comme
white cars
buildings with a tin roof</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>What to find, in English, one phrase a line. Each phrase becomes a layer.</source>
      <translation>Ce qu’il faut trouver, en anglais, une phrase par ligne. Chaque phrase devient une couche.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Examples</source>
      <translation>Exemples</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Pictures of what phrases mean; one click tries one.</source>
      <translation>Des images de ce que signifient les phrases ; un clic en essaie une.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>History</source>
      <translation>Historique</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Phrases that you searched for before.</source>
      <translation>Phrases que vous avez déjà cherchées.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>…</source>
      <translation>…</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>More</source>
      <translation>Plus</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Recipes to copy and paste, a report for those who help, settings.</source>
      <translation>Recettes à copier et à coller, un rapport pour ceux qui aident, paramètres.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Model</source>
      <translation>Modèle</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>The bundled model runs on any laptop; the others need their weights.</source>
      <translation>Le modèle fourni fonctionne sur tout ordinateur portable ; les autres ont besoin de leurs poids.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Where</source>
      <translation>Où</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Where to search.</source>
      <translation>Où chercher.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Draw</source>
      <translation>Dessiner</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Drag a rectangle on the map.</source>
      <translation>Tracez un rectangle sur la carte en glissant.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Polygons</source>
      <translation>Polygones</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>The polygon layer whose features bound the search.</source>
      <translation>La couche de polygones dont les entités délimitent la recherche.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Threshold</source>
      <translation>Seuil</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Lower finds more, higher is surer. It can be changed afterwards.</source>
      <translation>Plus bas trouve davantage, plus haut est plus sûr. Il peut être modifié ensuite.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Probability from which a pixel belongs to an object.</source>
      <translation>Probabilité à partir de laquelle un pixel appartient à un objet.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Smallest area, bands, stretch, pixel size and device.</source>
      <translation>Surface minimale, bandes, étirement, taille de pixel et périphérique.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Smallest area</source>
      <translation>Surface minimale</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source> m²</source>
      <translation> m²</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Smaller polygons are dropped.</source>
      <translation>Les polygones plus petits sont écartés.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Bands</source>
      <translation>Bandes</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>automatic, or 4,3,2</source>
      <translation>automatique, ou 4,3,2</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Numbers of the bands shown to the model as red, green and blue.</source>
      <translation>Numéros des bandes montrées au modèle comme rouge, vert et bleu.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Stretch</source>
      <translation>Étirement</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>automatic, or 2,98</source>
      <translation>automatique, ou 2,98</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Percentiles shown to the model as black and white, such as 2,98; or values of the file after “=”, such as =0,1800.</source>
      <translation>Percentiles montrés au modèle comme noir et blanc, par exemple 2,98 ; ou valeurs du fichier après « = », par exemple =0,1800.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Pixel size</source>
      <translation>Taille de pixel</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source> m</source>
      <translation> m</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>as the model prefers</source>
      <translation>au choix du modèle</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Metres a pixel at which the model looks.</source>
      <translation>Mètres par pixel auxquels le modèle regarde.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Device</source>
      <translation>Périphérique</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Where the model runs.</source>
      <translation>Où le modèle s’exécute.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>What is likely to go wrong with this search, and what to do about it.</source>
      <translation>Ce qui risque de mal se passer dans cette recherche, et comment y remédier.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Search in the background; QGIS stays usable.</source>
      <translation>Cherche en arrière-plan ; QGIS reste utilisable.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Preview</source>
      <translation>Aperçu</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Shows at once what would be found in the middle of the visible map; nothing is kept.</source>
      <translation>Montre aussitôt ce qui serait trouvé au milieu de la carte visible ; rien n’est conservé.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>How far the search is.</source>
      <translation>Avancement de la recherche.</translation>
    </message>
    <message>
      <location filename="../../plugin/dock.ui" />
      <source>Stops the search and keeps what is finished.</source>
      <translation>Arrête la recherche et garde ce qui est terminé.</translation>
    </message>
    <message>
      <source>Percentiles shown to the model as black and white.</source>
      <translation type="vanished">Percentiles montrés au modèle comme noir et blanc.</translation>
    </message>
  </context>
</TS>
